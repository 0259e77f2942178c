package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.entity.Entity;

/**
 * One thing a unit may touch. In AWS it becomes a statement of the function's own role; on a laptop
 * the port behind it is handed out only if it is declared.
 */
public sealed interface Access {

  /** The queues of the product. */
  enum Queue {
    /** Events waiting to start a run. */
    INTAKE
  }

  /** Which secrets. */
  enum Secrets {
    /** The platform's own, such as the key tokens are signed with. */
    PLATFORM,
    /** A tenant's, read by name. */
    TENANT_READ,
    /** A tenant's, listed, stored and removed; never read. */
    TENANT_WRITE
  }

  /** May read items of this entity. */
  record Reads(Entity<?> entity) implements Access {}

  /** May write items of this entity, and read them. */
  record Writes(Entity<?> entity) implements Access {}

  /** May send to this queue. */
  record Sends(Queue queue) implements Access {}

  /** May use these secrets. */
  record Uses(Secrets secrets) implements Access {}

  /** May call any public address, through the guard. */
  record CallsInternet() implements Access {}

  /** May ask the models of a provider, at any public address or at the deployment's own. */
  record AsksModel(ModelProvider provider) implements Access {}

  /** May create and change state machines. */
  record BuildsMachines() implements Access {}

  /** May start, stop and look at executions. */
  record StartsRuns() implements Access {}

  /** May complete tasks of runs that wait for a token to come back. */
  record CompletesTasks() implements Access {}

  /** May create and remove schedules. */
  record Schedules() implements Access {}

  /** May send to open WebSocket connections. */
  record PushesLive() implements Access {}
}
