package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.WaitingTask;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.port.TaskCallbacks;
import dev.heddle.functions.spec.port.TaskCallbacks.Result;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StepFunctionsCallbacksTest {
  private static final JsonNode OUTPUT = WireJson.MAPPER.readTree("{\"port\": \"main\"}");

  private final TaskCallbacks tasks =
      LocalCloud.cloud().ports(TestUnit.with(new Access.CompletesTasks())).tasks();

  @Test
  void complete_what_waits_once() {
    WaitingTask task = new WaitingTask();

    assertThat(tasks.succeed(task.token, OUTPUT)).isEqualTo(Result.TAKEN);

    assertThat(task.output()).isEqualTo(OUTPUT);
    assertThat(tasks.succeed(task.token, OUTPUT)).isEqualTo(Result.OVER);
  }

  @Test
  void are_over_when_the_run_is() {
    WaitingTask task = new WaitingTask();
    task.stop();

    assertThat(tasks.succeed(task.token, OUTPUT)).isEqualTo(Result.OVER);
    assertThat(tasks.succeed("no token of ours", OUTPUT)).isEqualTo(Result.OVER);
  }

  @Test
  void are_for_those_who_declared_it() {
    var ports = LocalCloud.cloud().ports(TestUnit.with(new Access.StartsRuns()));

    assertThatThrownBy(ports::tasks)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CompletesTasks");
  }
}
