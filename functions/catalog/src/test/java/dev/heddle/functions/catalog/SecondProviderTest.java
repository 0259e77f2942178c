package dev.heddle.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Unit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a second provider becomes. */
class SecondProviderTest {
  private static final Catalog TWO = Catalog.of(List.of(Providers.ALL.getFirst(), other("other")));

  private static ModelProvider other(String name) {
    return new ModelProvider() {
      @Override
      public ProviderSpec spec() {
        List<ModelSpec> models = List.of(new ModelSpec("big", Set.of(Capability.TOOLS)));
        return new ProviderSpec(name, "Other", "https://other.test", models, "big");
      }

      @Override
      public ChatModel open(OutboundHttp internet, ModelEndpoint endpoint) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Test
  void whatAsksModelsIsAFunctionForEachProvider() {
    assertThat(TWO.functions().stream().filter(unit -> unit.provider().isPresent()))
        .extracting(Unit::name)
        .containsExactlyInAnyOrder(
            "ChatModelNode", "ChatModelNode-other", "AgentTurn", "AgentTurn-other");
  }

  @Test
  void everythingElseIsThereOnce() {
    Stream<Unit> others = TWO.units().stream().filter(unit -> unit.provider().isEmpty());
    assertThat(others)
        .extracting(Unit::name)
        .doesNotHaveDuplicates()
        .contains("AgentTool", "AgentApproval");
    assertThat(TWO.nodeTypes()).hasSameSizeAs(Catalog.HEDDLE.nodeTypes());
  }

  @Test
  void theAgentsMachineKnowsTheTurnsOfBoth() {
    var machine = TWO.machines().getFirst();

    assertThat(machine.functions())
        .containsExactly("AgentTurn", "AgentTurn-other", "AgentTool", "AgentApproval");
    assertThat(machine.definition(unit -> "heddle-" + unit + ":live").toString())
        .contains("'other': 'heddle-AgentTurn-other:live'");
  }

  @Test
  void theCatalogIsSound() {
    assertThat(CatalogCheck.problems(TWO)).isEmpty();
  }

  /** A node type whose drawing chooses the provider. */
  private record AskNode(ModelProvider asked) implements NodeUnit<AskNode.Config> {
    enum Choice {
      @VariantName(value = "openai", title = "OpenAI")
      OPENAI,
      @VariantName(value = "other", title = "Other")
      OTHER
    }

    record Config(@FormField(title = "Provider", dynamic = true) Choice provider) {}

    @Override
    public NodeSpec<Config> spec() {
      return NodeSpec.of("ask@1", Config.class)
          .title("Ask")
          .summary("Asks.")
          .family(Family.AI)
          .icon("bot")
          .keywords("ask")
          .wiring(new NodeWiring.Call(true))
          .failurePort()
          .timeout(Duration.ofSeconds(1))
          .access(new Access.AsksModel(asked));
    }

    @Override
    public NodeCode<Config> open(dev.heddle.functions.spec.port.Ports ports) {
      throw new UnsupportedOperationException();
    }
  }

  private static List<String> problems(List<ModelProvider> providers) {
    List<NodeUnit<?>> nodes = providers.stream().<NodeUnit<?>>map(AskNode::new).toList();
    return CatalogCheck.problems(new Catalog(List.of(), nodes, List.of(), List.of(), providers));
  }

  @Test
  void aNodeOffersTheProvidersThereAre() {
    assertThat(problems(TWO.providers())).isEmpty();
    assertThat(problems(Providers.ALL))
        .containsExactly("ask@1's field provider does not offer every model provider");
  }

  @Test
  void aProviderThatCanNotBeToldApartIsFound() {
    List<ModelProvider> twice = List.of(Providers.ALL.getFirst(), other(ModelProvider.DEFAULT));

    assertThat(CatalogCheck.problems(Catalog.of(twice)))
        .contains("Two of kind model provider are called openai");
    assertThat(CatalogCheck.problems(Catalog.of(List.of(other("other")))))
        .contains("The first model provider is not openai");
  }
}
