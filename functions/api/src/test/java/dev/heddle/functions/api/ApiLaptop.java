package dev.heddle.functions.api;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.events.LogsEvent;
import dev.heddle.functions.api.record.Deliveries;
import dev.heddle.functions.api.record.RecordRuns;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.core.door.JobDoor;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Routes, engine and the writer of runs together, as on a laptop. */
public final class ApiLaptop {
  private static final Duration ENOUGH = Duration.ofSeconds(20);
  private static final AwsDeployment CLOUD = LocalCloud.cloud();
  private static final JobDoor<LogsEvent, Nothing> WRITER = writer();

  private ApiLaptop() {}

  private static JobDoor<LogsEvent, Nothing> writer() {
    RecordRuns job = new RecordRuns();
    JobDoor<LogsEvent, Nothing> door = JobDoor.open(job, CLOUD.ports(job));
    LocalCloud.log(events -> write(door, events));
    return door;
  }

  private static void write(JobDoor<LogsEvent, Nothing> door, List<ExecutionLog.Entry> entries) {
    door.answer(Deliveries.of(entries.stream().map(ApiLaptop::event).toList()));
  }

  private static ExecutionLogEvent event(ExecutionLog.Entry entry) {
    return WireJson.MAPPER.convertValue(entry, ExecutionLogEvent.class);
  }

  /** The deployment. */
  public static AwsDeployment cloud() {
    return CLOUD;
  }

  /** The writer of runs, for what is delivered besides the engine's log. */
  public static JobDoor<LogsEvent, Nothing> recorder() {
    return WRITER;
  }

  /** Someone of a new tenant. */
  public static RouteClient someone() {
    return RouteClient.member(CLOUD, new SecureIds().next("ten"), "USER");
  }

  /** Reads until an answer is as wanted. */
  public static RouteClient.Answer until(
      RouteClient api, String path, Predicate<RouteClient.Answer> wanted) {
    Instant end = Instant.now().plus(ENOUGH);
    while (true) {
      RouteClient.Answer answer = api.get(path);
      if (wanted.test(answer)) {
        return answer;
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Not in time; last: " + answer.body().toPrettyString());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
