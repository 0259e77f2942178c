package dev.heddle.functions.api.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.LivePush;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.run.Runs;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A run whose writing ended in an error is not written: its delivery must come again. */
class RecordRunsErrorsTest {
  private static final int MORE_THAN_AT_ONCE = 40;

  private final Function<Tenant, Runs> broken =
      tenant -> {
        throw new StackOverflowError();
      };

  private final Ports ports =
      FakePorts.of(
          Map.of(
              Runs.ENTITY,
              broken,
              Connections.ENTITY,
              unused(Connections.class),
              "push",
              unused(LivePush.class),
              "machines",
              unused(StateMachines.class),
              "clock",
              InstantSource.system(),
              "settings",
              new DeploymentSettings("http://localhost", "test-", "", "", "")));

  @Test
  void errorsAreThrownOnHoweverManyThereAre() {
    List<ExecutionLogEvent> lines = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
      EventLog log =
          new EventLog(
              "arn:aws:states:us-east-1:000000000000:execution:test-ten_a-wf_a-s:run_" + i);
      log.add(0, "ExecutionStarted", Map.of("input", "{}"));
      lines.addAll(log.lines());
    }
    var record = new RecordRuns().open(ports);

    assertThatThrownBy(() -> record.apply(Deliveries.of(lines)))
        .isInstanceOf(StackOverflowError.class);
  }

  private static <T> T unused(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new IllegalStateException("Nobody should call " + method);
            }));
  }
}
