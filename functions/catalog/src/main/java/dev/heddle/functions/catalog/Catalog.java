package dev.heddle.functions.catalog;

import dev.heddle.functions.ai.agent.AgentJobs;
import dev.heddle.functions.ai.agent.AgentNodes;
import dev.heddle.functions.ai.agent.AgentTurn;
import dev.heddle.functions.ai.chat.ChatNodes;
import dev.heddle.functions.api.ApiJobs;
import dev.heddle.functions.api.ApiRoutes;
import dev.heddle.functions.channels.ChannelJobs;
import dev.heddle.functions.channels.Channels;
import dev.heddle.functions.nodes.CoreNodes;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.Unit;
import dev.heddle.functions.triggers.Triggers;
import dev.heddle.statemachines.compiler.platform.PlatformMachine;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every unit of the product: the groups' lists, one after the other. What asks models is there once
 * for each provider, so a node type may have several units.
 *
 * <p>The laptop's host, the stack, the OpenAPI document and the editor's palette are loops over it.
 */
public record Catalog(
    List<Route<?, ?>> routes,
    List<NodeUnit<?>> nodes,
    List<Channel> channels,
    List<Job<?, ?>> jobs,
    List<ModelProvider> providers) {

  /** The product's. */
  public static final Catalog HEDDLE = of(Providers.ALL);

  /** The product's with these providers of models. */
  static Catalog of(List<ModelProvider> providers) {
    return new Catalog(
        ApiRoutes.ALL,
        concat(
            Triggers.nodes(),
            CoreNodes.ALL,
            forEach(providers, ChatNodes::forProvider),
            AgentNodes.ALL),
        Channels.ALL,
        concat(
            ApiJobs.ALL,
            ChannelJobs.ALL,
            forEach(providers, AgentJobs::forProvider),
            AgentJobs.ALL),
        providers);
  }

  /** All of them, in the order of the groups. */
  public List<Unit> units() {
    return Stream.<List<? extends Unit>>of(routes, nodes, channels, jobs)
        .<Unit>flatMap(List::stream)
        .toList();
  }

  /** The node types, each by the first of its units. */
  public List<NodeUnit<?>> nodeTypes() {
    Map<String, NodeUnit<?>> types = new LinkedHashMap<>();
    nodes.forEach(node -> types.putIfAbsent(node.spec().id(), node));
    return List.copyOf(types.values());
  }

  /** The platform's own machines, which call units of this catalog. */
  public List<PlatformMachine> machines() {
    SequencedMap<String, String> turns = new LinkedHashMap<>();
    for (ModelProvider provider : providers) {
      turns.put(provider.spec().name(), new AgentTurn(provider).name());
    }
    return PlatformMachine.all(turns);
  }

  /** The units that are functions of their own: all but the nodes that only shape the machine. */
  public List<Unit> functions() {
    return units().stream()
        .filter(unit -> !(unit instanceof NodeUnit<?> node) || isCalled(node))
        .toList();
  }

  /** The jar that holds a unit: its room's, or that of the provider whose models it asks. */
  public static String jar(Unit unit) {
    return unit.provider().map(asked -> "ai-" + asked.spec().name()).orElseGet(() -> room(unit));
  }

  private static String room(Unit unit) {
    String rooms = "dev.heddle.functions.";
    String name = unit.getClass().getName();
    return name.substring(rooms.length(), name.indexOf('.', rooms.length()));
  }

  /** Whether a node is called, rather than drawn. */
  public static boolean isCalled(NodeUnit<?> node) {
    NodeWiring wiring = node.spec().wiring();
    return wiring instanceof NodeWiring.Call || wiring instanceof NodeWiring.Await;
  }

  private static <T> List<T> forEach(
      List<ModelProvider> providers, Function<ModelProvider, List<T>> units) {
    return providers.stream().map(units).flatMap(List::stream).toList();
  }

  @SafeVarargs
  private static <T> List<T> concat(List<? extends T>... lists) {
    return Stream.of(lists).<T>flatMap(List::stream).toList();
  }
}
