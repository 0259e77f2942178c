package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.events.RunInput;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.port.StateMachines.Outcome;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import tools.jackson.databind.JsonNode;

class StepFunctionsMachinesTest {
  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private final AwsDeployment cloud = LocalCloud.cloud();
  private final SfnClient client = cloud.clients().stepFunctions.get();
  private final StateMachines machines =
      new StepFunctionsMachines(client, cloud.settings().machines());
  private final String tenant = cloud.ids().next("ten");
  private final String workflow = cloud.ids().next("wf");

  private static CompiledMachine machine(Kind kind, String state) {
    JsonNode definition =
        WireJson.MAPPER.readTree(
            """
            {"QueryLanguage": "JSONata", "StartAt": "Only", "States": {"Only": %s}}
            """
                .formatted(state));
    return new CompiledMachine(
        definition, kind, "", new SourceMap(Map.of(), Map.of(), Map.of()), RunMap.NONE, List.of());
  }

  private static CompiledMachine says(String text) {
    return machine(Kind.STANDARD, "{\"Type\":\"Pass\",\"Output\":\"" + text + "\",\"End\":true}");
  }

  private static final CompiledMachine WAITS =
      machine(Kind.STANDARD, "{\"Type\":\"Wait\",\"Seconds\":600,\"End\":true}");

  private RunInput input(String run, String payload) {
    return new RunInput(tenant, workflow, 1, "v1", run, "start", WireJson.MAPPER.readTree(payload));
  }

  private String build(String build, CompiledMachine machine) {
    return machines.build(tenant, workflow, build, machine);
  }

  private Outcome end(String arn, String run) {
    return machines.await(arn, run, ENOUGH).orElseThrow();
  }

  @Test
  void each_build_is_a_version_that_stays() {
    String first = build("v1", says("one"));
    String second = build("v2", says("two"));
    machines.start(first, input("run_1", "{}"));
    machines.start(second, input("run_2", "{}"));

    assertThat(second).isNotEqualTo(first);
    assertThat(end(first, "run_1").output()).hasToString("\"one\"");
    assertThat(end(second, "run_2").output()).hasToString("\"two\"");
  }

  @Test
  void building_again_gives_a_version_that_does_the_same() {
    build("v1", says("one"));
    String again = build("v1", says("one"));
    machines.start(again, input("run_1", "{}"));

    assertThat(end(again, "run_1").output()).hasToString("\"one\"");
  }

  @Test
  void a_draft_and_each_kind_have_machines_of_their_own() {
    CompiledMachine express = machine(Kind.EXPRESS, "{\"Type\":\"Pass\",\"End\":true}");

    assertThat(List.of(build("v1", says("a")), build("d1", says("a")), build("v2", express)))
        .map(arn -> MachineArn.ofVersion(arn).machine())
        .doesNotHaveDuplicates()
        .allMatch(arn -> arn.contains(":stateMachine:test-" + tenant + "-" + workflow + "-"));
  }

  @Test
  void the_alias_leads_to_what_was_published_last() {
    String first = build("v1", says("one"));
    String second = build("v2", says("two"));
    machines.publish(first);
    machines.publish(second);
    machines.publish(second);

    String alias = MachineArn.ofVersion(first).alias();
    assertThat(client.describeStateMachineAlias(r -> r.stateMachineAliasArn(alias)))
        .satisfies(
            found ->
                assertThat(found.routingConfiguration())
                    .singleElement()
                    .satisfies(to -> assertThat(to.stateMachineVersionArn()).isEqualTo(second)));
  }

  @Test
  void a_run_is_started_once_by_its_name() {
    String arn = build("v1", says("one"));
    machines.start(arn, input("run_1", "{\"a\":1}"));
    end(arn, "run_1");
    machines.start(arn, input("run_1", "{\"a\":1}"));

    assertThatThrownBy(() -> machines.start(arn, input("run_1", "{\"a\":2}")))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.problem()).isInstanceOf(Problem.Conflict.class));
    String machine = MachineArn.ofVersion(arn).machine();
    assertThat(client.listExecutions(r -> r.stateMachineArn(machine)).executions()).hasSize(1);
  }

  @Test
  void a_repeated_start_after_another_version_was_published_starts_nothing() {
    machines.start(build("v1", WAITS), input("run_1", "{}"));
    String later = build("v2", says("two"));

    machines.start(later, input("run_1", "{}"));

    assertThat(machines.outcome(later, "run_1").orElseThrow().status()).isEqualTo("RUNNING");
  }

  @Test
  void a_stopped_run_ends_and_may_be_stopped_again() {
    String arn = build("v1", WAITS);
    machines.start(arn, input("run_1", "{}"));
    assertThat(machines.await(arn, "run_1", Duration.ofMillis(50))).isEmpty();

    machines.stop(arn, "run_1");
    machines.stop(arn, "run_1");
    machines.stop(arn, "run_that_never_was");

    assertThat(end(arn, "run_1").status()).isEqualTo("ABORTED");
    assertThat(end(arn, "run_1").error()).isEqualTo("Heddle.Stopped");
    assertThat(machines.outcome(arn, "run_that_never_was")).isEmpty();
  }

  @Test
  void an_express_run_answers_its_caller() {
    String fine = build("v1", machine(Kind.EXPRESS, "{\"Type\":\"Pass\",\"End\":true}"));
    assertThat(machines.runSync(fine, input("run_1", "{\"a\":1}")))
        .satisfies(
            end -> {
              assertThat(end.status()).isEqualTo("SUCCEEDED");
              assertThat(end.output().at("/payload/a").asInt()).isOne();
            });

    String fails =
        build("v2", machine(Kind.EXPRESS, "{\"Type\":\"Fail\",\"Error\":\"No\",\"Cause\":\"So\"}"));
    assertThat(machines.runSync(fails, input("run_2", "{}")))
        .isEqualTo(new Outcome("FAILED", null, "No", "So"));
    assertThatThrownBy(() -> machines.stop(fails, "run_2")).isInstanceOf(Fault.class);
  }

  @Test
  void a_removed_workflow_runs_no_more_and_may_be_removed_again() {
    String arn = build("v1", says("one"));
    machines.publish(arn);

    machines.remove(tenant, workflow);
    machines.remove(tenant, workflow);

    assertThatThrownBy(() -> machines.start(arn, input("run_1", "{}"))).isInstanceOf(Fault.class);
  }

  @Test
  void an_input_over_the_limit_is_told() {
    String arn = build("v1", says("one"));
    String large = "{\"a\":\"" + "x".repeat(300_000) + "\"}";

    assertThatThrownBy(() -> machines.start(arn, input("run_1", large)))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.problem()).isInstanceOf(Problem.TooLarge.class));
  }

  @Test
  void a_service_that_does_not_answer_is_told_with_a_time_to_try_again() {
    AwsTransport nowhere = AwsTransport.embedded(URI.create("http://127.0.0.1:9"));
    var unreachable = new AwsDeployment(cloud.settings(), nowhere, cloud.clock());

    assertThatThrownBy(() -> unreachable.machines().outcome("arn:x:1", "run_1"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.problem())
                    .isInstanceOfSatisfying(
                        Problem.Unavailable.class,
                        told -> assertThat(told.retryAfterSeconds()).isPositive()));
  }
}
