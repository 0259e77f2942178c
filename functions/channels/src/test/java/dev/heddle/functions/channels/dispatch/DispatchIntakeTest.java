package dev.heddle.functions.channels.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.IntakeMessage;
import dev.heddle.events.SqsBatchResponse;
import dev.heddle.events.SqsEvent;
import dev.heddle.functions.channels.FakeIdempotency;
import dev.heddle.functions.channels.FakeRuns;
import dev.heddle.functions.channels.FakeStateMachines;
import dev.heddle.functions.channels.Samples;
import dev.heddle.functions.core.door.JobDoor;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.SourceMap;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchIntakeTest {
  private static final String TENANT = "ten_abcdefghij2345672345";
  private static final String WORKFLOW = "wf_abcdefghij2345672345";

  private final FakeStateMachines machines = new FakeStateMachines();
  private final FakeRuns runs = new FakeRuns();
  private Kind kind = Kind.STANDARD;

  private JobDoor<SqsEvent, SqsBatchResponse> door() {
    Function<Tenant, Workflows> workflows = tenant -> workflows(tenant.id());
    Function<Tenant, Runs> allRuns = _ -> runs;
    var kept = new FakeIdempotency();
    Function<Tenant, Idempotency> idempotency = _ -> kept;
    return JobDoor.open(
        new DispatchIntake(),
        FakePorts.of(
            Map.of(
                Workflows.ENTITY,
                workflows,
                Runs.ENTITY,
                allRuns,
                "machines",
                machines,
                Idempotency.ENTITY,
                idempotency,
                "clock",
                InstantSource.fixed(Instant.EPOCH))));
  }

  /** Of the workflows the dispatcher asks one question only. */
  private Workflows workflows(String tenant) {
    return (Workflows)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Workflows.class},
            (_, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("published");
              return tenant.equals(TENANT) && arguments[0].equals(WORKFLOW)
                  ? Optional.of(build())
                  : Optional.empty();
            });
  }

  private WorkflowBuild build() {
    return new WorkflowBuild(
        WORKFLOW,
        "v3",
        3,
        "arn:version",
        kind,
        WireJson.MAPPER.readTree(
            """
            {"name": "Orders", "nodes": [
              {"id": "hook", "type": "webhook@1"}, {"id": "daily", "type": "schedule@1"},
              {"id": "off", "type": "schedule@1", "disabled": true},
              {"id": "by", "type": "schedule@1", "disabled": "main"}]}
            """),
        new SourceMap(Map.of(), Map.of(), Map.of()),
        null);
  }

  private SqsBatchResponse answer(byte[] event) {
    return WireJson.MAPPER.readValue(door().answer(event), SqsBatchResponse.class);
  }

  private SqsBatchResponse deliver(String... bodies) {
    List<SqsEvent.Message> messages =
        Arrays.stream(bodies)
            .map(body -> new SqsEvent.Message("m" + body.hashCode(), "r", body, Map.of(), "a", "b"))
            .toList();
    return answer(WireJson.MAPPER.writeValueAsBytes(new SqsEvent(messages)));
  }

  private static String message(String trigger, String dedupeKey, String payload) {
    return WireJson.MAPPER.writeValueAsString(
        new IntakeMessage(
            TENANT, WORKFLOW, "webhook", trigger, dedupeKey, WireJson.MAPPER.readTree(payload)));
  }

  @Test
  void startsTheRunThatAWebhookPromised() {
    assertThat(answer(Samples.of("sqs/batch.json")).batchItemFailures()).isEmpty();
    var started = machines.started.get("run_abcdefghij2345672345");
    assertThat(started.version()).isEqualTo(3);
    assertThat(started.trigger()).isEqualTo("hook");
    assertThat(started.payload().path("body").path("id").intValue()).isEqualTo(7);
    Run run = runs.all().getFirst();
    assertThat(run.status()).isEqualTo(Run.Status.RUNNING);
    assertThat(run.workflowName()).isEqualTo("Orders");
    assertThat(run.build()).isEqualTo("v3");
  }

  @Test
  void givesAScheduledOccasionItsRun() {
    String due = new String(Samples.of("schedule/due.json"), StandardCharsets.UTF_8);
    assertThat(deliver(due).batchItemFailures()).isEmpty();
    assertThat(deliver(due).batchItemFailures()).isEmpty();
    assertThat(machines.started).hasSize(1);
    String run = machines.started.keySet().iterator().next();
    assertThat(RunIds.isOne(run)).isTrue();
    assertThat(machines.started.get(run).payload().path("scheduledAt").asString())
        .isEqualTo("2026-11-20T08:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void startsNothingForARepeatedMessage(Kind which) {
    kind = which;
    String message = message("hook", "run_abcdefghij2345672345", "{}");
    assertThat(deliver(message, message, message).batchItemFailures()).isEmpty();
    assertThat(machines.started).hasSize(1);
    assertThat(runs.all()).hasSize(1);
  }

  @Test
  void dropsAnotherEventOfTheSameName() {
    deliver(message("hook", "k", "1"));
    assertThat(deliver(message("hook", "k", "2")).batchItemFailures()).isEmpty();
    assertThat(machines.started).hasSize(1);
  }

  @Test
  void dropsWhatLeadsNowhere() {
    String elsewhere = message("hook", "k", "1").replace(WORKFLOW, "wf_gone");
    SqsBatchResponse reply =
        deliver(
            elsewhere,
            message("gone", "k", "1"),
            message("off", "k", "1"),
            message("by", "k", "1"));
    assertThat(reply.batchItemFailures()).isEmpty();
    assertThat(machines.started).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{}", "{\"tenant\":\"ten_abcdefghij2345672345\"}"})
  void failsABadMessageAlone(String bad) {
    SqsBatchResponse reply = deliver(message("hook", "k1", "1"), bad, message("hook", "k2", "1"));
    assertThat(reply.batchItemFailures())
        .extracting(SqsBatchResponse.Failure::itemIdentifier)
        .containsExactly("m" + bad.hashCode());
    assertThat(machines.started).hasSize(2);
  }

  @Test
  void leavesAMessageInTheQueueWhileNothingStarts() {
    machines.broken = Optional.of(new Fault(new Problem.Unavailable("Busy.", 5)));
    assertThat(deliver(message("hook", "k", "1")).batchItemFailures()).hasSize(1);
    machines.broken = Optional.empty();
    assertThat(deliver(message("hook", "k", "1")).batchItemFailures()).isEmpty();
    assertThat(machines.started).hasSize(1);
  }

  @Test
  void handsAPayloadThatIsTooLargeToTheDeadLetters() {
    String large = message("hook", "k", "\"" + "x".repeat(210_000) + "\"");
    assertThat(deliver(large).batchItemFailures()).hasSize(1);
  }
}
