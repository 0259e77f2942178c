package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.core.internet.GuardedInternet;
import dev.heddle.functions.spec.port.Ids;
import dev.heddle.functions.spec.port.Internet;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.Schedules;
import dev.heddle.functions.spec.unit.Unit;
import java.time.InstantSource;
import java.util.Map;

/**
 * One deployment's AWS: clients, settings and what units share in a process. Nothing is opened
 * before it is used.
 */
public final class Cloud {
  private final CloudSettings settings;
  private final Clients clients;
  private final InstantSource clock;
  private final Ids ids = new SecureIds();
  private final SecretValues secrets;
  private final Lazy<Internet> internet;
  private final Lazy<Internet> models;
  private final Lazy<Machines> machines;
  private final Lazy<Schedules> schedules;

  /** A deployment reached over this transport, at this clock's time. */
  public Cloud(CloudSettings settings, Transport transport, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    clients = new Clients(transport, settings.livePushUrl());
    secrets = new SecretValues(clients.secrets, clock);
    internet = Lazy.of(() -> new GuardedInternet(settings.settings().privateUrl()));
    models = Lazy.of(() -> new GuardedInternet(settings.settings().modelUrl()));
    machines =
        Lazy.of(() -> new StepFunctionsMachines(clients.stepFunctions.get(), settings.machines()));
    schedules = Lazy.of(() -> new SchedulerSchedules(clients.scheduler.get(), settings.clock()));
  }

  /** The deployment that an environment's variables describe, as in Lambda. */
  public static Cloud of(Map<String, String> environment) {
    return new Cloud(
        CloudSettings.of(environment), Transport.of(environment), InstantSource.system());
  }

  /** What a unit may touch, and nothing else. */
  public Ports ports(Unit unit) {
    return new CloudPorts(this, new Grants(unit.name(), unit.access()));
  }

  /** The clients, for whoever sets a deployment up. */
  public Clients clients() {
    return clients;
  }

  /** The settings. */
  public CloudSettings settings() {
    return settings;
  }

  InstantSource clock() {
    return clock;
  }

  Ids ids() {
    return ids;
  }

  SecretValues secrets() {
    return secrets;
  }

  Internet internet() {
    return internet.get();
  }

  Internet models() {
    return models.get();
  }

  Machines machines() {
    return machines.get();
  }

  Schedules schedules() {
    return schedules.get();
  }
}
