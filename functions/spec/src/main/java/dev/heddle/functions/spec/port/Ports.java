package dev.heddle.functions.spec.port;

import dev.heddle.functions.spec.account.Attempts;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.wait.EventWaits;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;
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
  Ids ids();

  /** The deployment's settings that code may know, such as the public base address. */
  Settings settings();

  /** Workflows, drafts and versions of a tenant. */
  Function<Tenant, Workflows> workflows();

  /** Webhook addresses of all tenants: which workflow answers at a path. */
  Hooks hooks();

  /** Runs of a tenant. */
  Function<Tenant, Runs> runs();

  /** What a tenant's agents said, did and were told. */
  Function<Tenant, Conversations> conversations();

  /** Secrets of a tenant. */
  Function<Tenant, Vault> vault();

  /** The public internet, through the guard. */
  Internet internet();

  /** The same for model providers: the deployment's own model is let through, wherever it is. */
  Internet models();

  /** The queue of events that wait to start a run. */
  Intake intake();

  /** State machines: builds, starts, stops. */
  Machines machines();

  /** Tasks of runs that wait for a token to come back. */
  Tasks tasks();

  /** What runs of a tenant ask people. */
  Function<Tenant, Approvals> approvals();

  /** Runs of a tenant that wait for events. */
  Function<Tenant, EventWaits> eventWaits();

  /** The clock that starts runs. */
  Schedules schedules();

  /** The people who can sign in. */
  Users users();

  /** The workspaces and who belongs to them. */
  Tenants tenants();

  /** Who is signed in. */
  Sessions sessions();

  /** Limits on attempts. */
  Attempts attempts();

  /** The platform's own secrets. */
  PlatformSecrets platformSecrets();

  /** Answers kept under a tenant's idempotency keys. */
  Function<Tenant, Idempotency> idempotency();

  /** Open WebSocket connections. */
  Connections connections();

  /** Messages to open WebSocket connections. */
  LivePush push();
}
