package dev.heddle.functions.spec.port;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What a unit may touch. Asking for a port whose access the unit did not declare throws an {@link
 * IllegalStateException}: in AWS the function's role would refuse it too.
 */
public interface Ports {

  /** The time. */
  InstantSource clock();

  /** New ids. */
  IdGenerator ids();

  /** The deployment's settings that code may know, such as the public base address. */
  DeploymentSettings settings();

  /** What is stored of a tenant. */
  <P> Function<Tenant, P> of(TenantEntity<P> entity);

  /** What is stored of the platform. */
  <P> P of(PlatformEntity<P> entity);

  /** Secrets of a tenant. */
  Function<Tenant, TenantSecrets> tenantSecrets();

  /** The public internet, through the guard. */
  OutboundHttp internet();

  /** Chat models; the deployment's own is let through, wherever it is. */
  ChatModels model();

  /** The queue of events that wait to start a run. */
  IntakeQueue intake();

  /** State machines: builds, starts, stops. */
  StateMachines machines();

  /** Tasks of runs that wait for a token to come back. */
  TaskCallbacks tasks();

  /** The clock that starts runs. */
  RunScheduler schedules();

  /** The platform's own secrets. */
  PlatformSecrets platformSecrets();

  /** Messages to open WebSocket connections. */
  LivePush push();
}
