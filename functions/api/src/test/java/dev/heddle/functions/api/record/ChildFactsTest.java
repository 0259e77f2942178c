package dev.heddle.functions.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of nodes whose work is another execution. */
class ChildFactsTest {
  private static final String CONFIG = "{\"model\":\"demo\"}";

  private static NodeTrace told(String type, Map<String, ?> details) {
    return NodeFacts.task(
        "agent1",
        new ExecutionEvent("arn", 2, 1, type, Instant.EPOCH, WireJson.MAPPER.valueToTree(details)));
  }

  private static NodeTrace.Result result(NodeTrace trace) {
    return Objects.requireNonNull(trace.result()).value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Input\":{\"node\":\"agent1\",\"config\":" + CONFIG + "}}",
        "{\"Input\":\"{\\\"config\\\":{\\\"model\\\":\\\"demo\\\"}}\"}",
        "{\"Payload\":{\"config\":" + CONFIG + "}}"
      })
  void theSettingsAreWhatWasSent(String parameters) {
    NodeTrace trace = told("TaskScheduled", Map.of("parameters", parameters));

    assertThat(Objects.requireNonNull(trace.sent()).value()).hasToString(CONFIG);
  }

  @Test
  void anAgentsTokensAreInItsOutput() {
    String output = "{\"ExecutionArn\":\"a\",\"Output\":{\"answer\":1,\"usage\":{\"turns\":2}}}";

    NodeTrace trace = told("TaskSucceeded", Map.of("output", output));

    assertThat(result(trace).usage()).hasToString("{\"turns\":2}");
  }

  @Test
  void aFailureInAnExecutionIsToldByItsOwnName() {
    String agent = cause("Heddle.BudgetExceeded", "{\"errorMessage\":\"No tokens are left.\"}");
    String outer = cause("States.TaskFailed", agent);

    NodeTrace.Result direct =
        result(told("TaskFailed", Map.of("error", "States.TaskFailed", "cause", agent)));
    NodeTrace.Result nested =
        result(told("TaskFailed", Map.of("error", "States.TaskFailed", "cause", outer)));

    assertThat(direct.error()).isEqualTo("Heddle.BudgetExceeded");
    assertThat(direct.cause()).isEqualTo("No tokens are left.");
    assertThat(nested).isEqualTo(direct);
  }

  private static String cause(String error, String cause) {
    return WireJson.MAPPER
        .createObjectNode()
        .put("ExecutionArn", "arn:aws:states:us-east-1:1:execution:heddle-agent:x")
        .put("Error", error)
        .put("Cause", cause)
        .toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{not json", "plain", "{\"Error\":\"x\"}"})
  void otherCausesStayAsTheyAre(String cause) {
    assertThat(result(told("TaskFailed", Map.of("error", "E", "cause", cause))).cause())
        .isEqualTo(cause);
  }
}
