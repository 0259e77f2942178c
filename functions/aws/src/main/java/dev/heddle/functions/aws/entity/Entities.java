package dev.heddle.functions.aws.entity;

import static dev.heddle.functions.aws.entity.EntityStore.stored;

import dev.heddle.functions.aws.entity.account.DynamoRateLimiter;
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
import dev.heddle.functions.spec.account.RateLimiter;
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
          stored(Runs.ENTITY, in -> of -> new DynamoRuns(in.table(of), of)),
          stored(Workflows.ENTITY, in -> of -> new DynamoWorkflows(in.table(of), of)),
          stored(Hooks.ENTITY, in -> new DynamoHooks(in.table())),
          stored(Approvals.ENTITY, in -> of -> new DynamoApprovals(in.table(of), of)),
          stored(Approvals.TOKENS, in -> of -> new DynamoApprovals(in.table(of), of)),
          stored(EventWaits.ENTITY, in -> of -> new DynamoEventWaits(in.table(of), of)),
          stored(Conversations.ENTITY, in -> of -> new DynamoConversations(in.table(of), of)),
          stored(Idempotency.ENTITY, in -> of -> new DynamoIdempotency(in.table(of), of, in.ids())),
          stored(Connections.ENTITY, in -> new DynamoConnections(in.table())),
          stored(Users.ENTITY, in -> new DynamoUsers(in.table())),
          stored(Tenants.ENTITY, in -> new DynamoTenants(in.table())),
          stored(Sessions.ENTITY, in -> new DynamoSessions(in.table())),
          stored(RateLimiter.ENTITY, in -> new DynamoRateLimiter(in.table())));

  private Entities() {}

  /** The store behind an entity. */
  static EntityStore<?> store(Entity<?> entity) {
    return ALL.stream()
        .filter(store -> store.entity().equals(entity))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(entity + " is not in Entities.ALL"));
  }
}
