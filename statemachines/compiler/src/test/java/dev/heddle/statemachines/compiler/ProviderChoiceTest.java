package dev.heddle.statemachines.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The function that is called is the one of the model provider that the config chooses. */
class ProviderChoiceTest {
  private final List<String> called = new ArrayList<>();

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static CompilationResult compile(String config) {
    return SampleTypes.compiler()
        .compile(
            json(
                "{'schemaVersion':1,'name':'Ask','nodes':[{'id':'start','type':'manual@1'},"
                    + "{'id':'ask','type':'ask@1','name':'Ask','config':"
                    + config
                    + "}],'edges':[{'id':'e1','source':'start','target':'ask'}]}"));
  }

  private static CompiledMachine machine(String config) {
    CompilationResult compilation = compile(config);
    return Objects.requireNonNull(compilation.machine(), () -> "" + compilation.issues());
  }

  private static String function(String config) {
    return machine(config).definition().at("/States/Ask/Arguments/FunctionName").asString();
  }

  private InMemoryEngine.Result run(String config, String payload) {
    InMemoryEngine engine =
        InMemoryEngine.with(
            new EnginePorts(
                (function, _) -> {
                  called.add(function);
                  byte[] reply =
                      "{\"output\":{},\"port\":\"main\"}".getBytes(StandardCharsets.UTF_8);
                  return CompletableFuture.completedFuture(new LambdaReply.Payload(reply));
                },
                _ -> CompletableFuture.failedFuture(new IllegalStateException("nothing else")),
                _ -> {}));
    JsonNode input =
        json(
            "{'tenant':'t','workflow':'w','version':1,'build':'b','run':'r','trigger':'start','payload':"
                + payload
                + "}");
    return engine.run(machine(config).definition().toString(), input.toString(), false);
  }

  @Test
  void aProviderThatIsChosenInTheDrawingIsInTheMachine() {
    assertThat(function("{'provider':'other'}")).isEqualTo("heddle-ask-other:live");
    assertThat(function("{'provider':'openai'}")).isEqualTo("heddle-ask-openai:live");
  }

  @Test
  void withoutAChoiceItIsTheTypesOwnFunction() {
    assertThat(function("{}")).isEqualTo("heddle-ask:live");
  }

  @Test
  void aProviderCanBeChosenByTheRun() {
    assertThat(run("{'provider':'{% $trigger.who %}'}", "{'who':'other'}").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(called).containsExactly("heddle-ask-other:live");
  }

  @Test
  void aRunChoosesNoFunctionOfAnotherKind() {
    assertThat(run("{'provider':'{% $trigger.who %}'}", "{'who':'other:live'}").status())
        .isEqualTo(ExecutionStatus.FAILED);
    assertThat(called).isEmpty();
  }

  @Test
  void aProviderThatThereIsNotIsAnIssue() {
    assertThat(compile("{'provider':'nobody'}").machine()).isNull();
  }
}
