package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.RememberedTargets;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/** A scheduler with a clock of its own and targets that only remember. */
@Timeout(30)
abstract class SchedulerServiceFixture {
  static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
  static final String DEAD = "arn:aws:sqs:us-east-1:000000000000:dead";

  @TempDir Path folder;
  final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  final RememberedTargets targets = new RememberedTargets();
  AwsEdge edge;
  SchedulerClient client;

  @BeforeEach
  void start() {
    edge = new AwsEdge(List.of(new SchedulerService(folder, clock, targets))).start("127.0.0.1", 0);
    client = Sdk.over(edge, SchedulerClient.builder());
  }

  @AfterEach
  void stop() {
    client.close();
    edge.close();
  }

  String create(String name, String expression, Consumer<CreateScheduleRequest.Builder> more) {
    return client
        .createSchedule(
            s -> {
              s.name(name)
                  .scheduleExpression(expression)
                  .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                  .target(target(t -> {}));
              more.accept(s);
            })
        .scheduleArn();
  }

  String create(String name, String expression) {
    return create(name, expression, s -> {});
  }

  static Target target(Consumer<Target.Builder> more) {
    var builder =
        Target.builder()
            .arn(MACHINE)
            .roleArn("arn:aws:iam::000000000000:role/r")
            .input("{\"at\":\"<aws.scheduler.scheduled-time>\"}");
    more.accept(builder);
    return builder.build();
  }
}
