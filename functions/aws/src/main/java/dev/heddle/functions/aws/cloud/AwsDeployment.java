package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.core.internet.GuardedHttpClient;
import dev.heddle.functions.spec.port.IdGenerator;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.RunScheduler;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.unit.Unit;
import java.time.InstantSource;
import java.util.Map;

/**
 * One deployment's AWS: clients, settings and what units share in a process. Nothing is opened
 * before it is used.
 */
public final class AwsDeployment {
  private final AwsSettings settings;
  private final AwsClients clients;
  private final InstantSource clock;
  private final IdGenerator ids = new SecureIds();
  private final SecretValues secrets;
  private final LazyValue<OutboundHttp> internet;
  private final LazyValue<OutboundHttp> models;
  private final LazyValue<StateMachines> machines;
  private final LazyValue<RunScheduler> schedules;

  /** A deployment reached over this transport, at this clock's time. */
  public AwsDeployment(AwsSettings settings, AwsTransport transport, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    clients = new AwsClients(transport, settings.livePushUrl());
    secrets = new SecretValues(clients.secrets, clock);
    internet = LazyValue.of(() -> new GuardedHttpClient(settings.settings().privateUrl()));
    models = LazyValue.of(() -> new GuardedHttpClient(settings.settings().modelUrl()));
    machines =
        LazyValue.of(
            () -> new StepFunctionsMachines(clients.stepFunctions.get(), settings.machines()));
    schedules =
        LazyValue.of(() -> new EventBridgeRunScheduler(clients.scheduler.get(), settings.clock()));
  }

  /** The deployment that an environment's variables describe, as in Lambda. */
  public static AwsDeployment of(Map<String, String> environment) {
    return new AwsDeployment(
        AwsSettings.of(environment), AwsTransport.of(environment), InstantSource.system());
  }

  /** What a unit may touch, and nothing else. */
  public Ports ports(Unit unit) {
    return new AwsPorts(this, new DeclaredAccess(unit.name(), unit.access()));
  }

  /** The clients, for whoever sets a deployment up. */
  public AwsClients clients() {
    return clients;
  }

  /** The settings. */
  public AwsSettings settings() {
    return settings;
  }

  InstantSource clock() {
    return clock;
  }

  IdGenerator ids() {
    return ids;
  }

  SecretValues secrets() {
    return secrets;
  }

  OutboundHttp internet() {
    return internet.get();
  }

  OutboundHttp models() {
    return models.get();
  }

  StateMachines machines() {
    return machines.get();
  }

  RunScheduler schedules() {
    return schedules.get();
  }
}
