package dev.heddle.functions.aws.entity;

import dev.heddle.functions.aws.entity.account.DynamoAttempts;
import dev.heddle.functions.aws.entity.account.DynamoSessions;
import dev.heddle.functions.aws.entity.account.DynamoTenants;
import dev.heddle.functions.aws.entity.account.DynamoUsers;
import dev.heddle.functions.aws.entity.agent.DynamoConversations;
import dev.heddle.functions.aws.entity.idempotency.DynamoIdempotency;
import dev.heddle.functions.aws.entity.live.DynamoConnections;
import dev.heddle.functions.aws.entity.run.DynamoRuns;
import dev.heddle.functions.aws.entity.wait.DynamoApprovals;
import dev.heddle.functions.aws.entity.wait.DynamoEventWaits;
import dev.heddle.functions.aws.entity.workflow.DynamoHooks;
import dev.heddle.functions.aws.entity.workflow.DynamoWorkflows;
import dev.heddle.functions.spec.account.Attempts;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.wait.EventWaits;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.List;

/**
 * Every stored entity: one line each. Tables, roles, the guard, what units open and the README are
 * loops over it; what lists show is projected in this order.
 */
public final class Entities {
  public static final List<EntityStore<?>> ALL =
      List.of(
          EntityStore.of(Runs.ENTITY, in -> tenant -> new DynamoRuns(in.table(), tenant)),
          EntityStore.of(Workflows.ENTITY, in -> tenant -> new DynamoWorkflows(in.table(), tenant)),
          EntityStore.of(Hooks.ENTITY, in -> new DynamoHooks(in.table(), in.drafts())),
          EntityStore.of(Approvals.ENTITY, in -> tenant -> new DynamoApprovals(in.table(), tenant)),
          EntityStore.of(Approvals.TOKENS, in -> tenant -> new DynamoApprovals(in.table(), tenant)),
          EntityStore.of(
              EventWaits.ENTITY, in -> tenant -> new DynamoEventWaits(in.table(), tenant)),
          EntityStore.of(
              Conversations.ENTITY, in -> tenant -> new DynamoConversations(in.table(), tenant)),
          EntityStore.of(
              Idempotency.ENTITY,
              in -> tenant -> new DynamoIdempotency(in.table(), tenant, in.ids())),
          EntityStore.of(Connections.ENTITY, in -> new DynamoConnections(in.table())),
          EntityStore.of(Users.ENTITY, in -> new DynamoUsers(in.table())),
          EntityStore.of(Tenants.ENTITY, in -> new DynamoTenants(in.table())),
          EntityStore.of(Sessions.ENTITY, in -> new DynamoSessions(in.table())),
          EntityStore.of(Attempts.ENTITY, in -> new DynamoAttempts(in.table())));

  private Entities() {}

  /** The store behind an entity. */
  static EntityStore<?> store(Entity<?> entity) {
    return ALL.stream()
        .filter(store -> store.entity().equals(entity))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(entity + " is not in Entities.ALL"));
  }
}
