package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.Faults;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.IntakeQueue;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Hooks;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AwsPortsTest {
  private static final Tenant TENANT = new Tenant("ten_acme");

  static final List<Consumer<Ports>> PORTS =
      List.of(
          Ports::tenantSecrets,
          Ports::internet,
          Ports::intake,
          Ports::machines,
          Ports::schedules,
          Ports::platformSecrets,
          Ports::push);

  @ParameterizedTest
  @FieldSource("PORTS")
  void refuseWhatWasNotDeclared(Consumer<Ports> port) {
    Ports none = LocalCloud.cloud().ports(TestUnit.with());

    assertThatThrownBy(() -> port.accept(none))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TestUnit did not declare");
  }

  @Test
  void giveTimeIdsAndSettingsToEveryone() {
    Ports none = LocalCloud.cloud().ports(TestUnit.with());

    assertThat(none.ids().next("x")).startsWith("x_");
    assertThat(none.clock().instant()).isNotNull();
    assertThat(none.settings().publicUrl()).isEqualTo(LocalCloud.PUBLIC_URL);
  }

  @Test
  void letAReaderReadOnly() {
    Ports reader = LocalCloud.cloud().ports(TestUnit.with(new Access.Reads(Runs.ENTITY)));

    assertThat(reader.of(Runs.ENTITY).apply(TENANT).find("run_1")).isEmpty();
    assertThatThrownBy(() -> reader.of(Runs.ENTITY).apply(TENANT).record(Traces.of("run_1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Writes[entity=run]");
  }

  @Test
  void holdEveryItemAgainstItsOwnKind() {
    Ports hooksOnly = LocalCloud.cloud().ports(TestUnit.with(new Access.Reads(Hooks.ENTITY)));

    assertThatThrownBy(() -> hooksOnly.of(Hooks.ENTITY).live("acme", "path"))
        .hasMessageContaining("Reads[entity=tenant]");
  }

  @Test
  void openNothingBeforeItIsUsed() {
    AwsDeployment nowhere =
        new AwsDeployment(
            AwsSettings.of(Map.of()),
            AwsTransport.embedded(URI.create("http://127.0.0.1:1")),
            InstantSource.system());
    Ports ports =
        nowhere.ports(
            TestUnit.with(
                new Access.Writes(Runs.ENTITY),
                new Access.Sends(Access.Queue.INTAKE),
                new Access.PushesLive(),
                new Access.Uses(Access.Secrets.PLATFORM)));

    assertThatCode(
            () -> {
              ports.of(Runs.ENTITY).apply(TENANT);
              ports.intake();
              ports.push();
              ports.platformSecrets();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void sendWholeMessagesToTheQueue() {
    AwsDeployment cloud = LocalCloud.cloud();
    IntakeQueue intake = cloud.ports(TestUnit.with(new Access.Sends(Access.Queue.INTAKE))).intake();
    var message =
        new IntakeMessage(
            "ten_1",
            "wf_1",
            "webhook",
            "ticket",
            "key",
            WireJson.MAPPER.readTree("{\"a\":[1,null]}"));

    intake.send(message);

    var received =
        cloud
            .clients()
            .sqs
            .get()
            .receiveMessage(r -> r.queueUrl(cloud.settings().intakeQueueUrl()).waitTimeSeconds(5))
            .messages();
    assertThat(received).hasSize(1);
    assertThat(WireJson.MAPPER.readValue(received.getFirst().body(), IntakeMessage.class))
        .isEqualTo(message);
    var large =
        new IntakeMessage(
            "t",
            "w",
            "c",
            "t",
            "k",
            WireJson.MAPPER.getNodeFactory().stringNode("x".repeat(262_145)));
    Faults.refused(Problem.TooLarge.class, () -> intake.send(large));
  }
}
