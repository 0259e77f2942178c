package dev.heddle.functions.aws.cloud;

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
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.publishing.Drafts;
import dev.heddle.functions.spec.account.Attempts;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ids;
import dev.heddle.functions.spec.port.Intake;
import dev.heddle.functions.spec.port.Internet;
import dev.heddle.functions.spec.port.LivePush;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.PlatformSecrets;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.Schedules;
import dev.heddle.functions.spec.port.Settings;
import dev.heddle.functions.spec.port.Tasks;
import dev.heddle.functions.spec.port.Vault;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.wait.EventWaits;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * One unit's ports over AWS. What it did not declare is refused: a port as a whole when it is asked
 * for, items of the table when they are touched.
 */
final class CloudPorts implements Ports {
  private final Cloud cloud;
  private final Grants grants;
  private final Table table;
  private final Lazy<Hooks> hooks;

  CloudPorts(Cloud cloud, Grants grants) {
    this.cloud = cloud;
    this.grants = grants;
    table = new Table(cloud.clients().dynamoDb, cloud.settings().table(), grants, cloud.clock());
    hooks = Lazy.of(this::openHooks);
  }

  private Hooks openHooks() {
    Lazy<Drafts> drafts = Lazy.of(() -> new Drafts(settings(), machines()));
    return new DynamoHooks(
        table, (tenant, workflows, workflow) -> drafts.get().build(tenant, workflows, workflow));
  }

  @Override
  public InstantSource clock() {
    return cloud.clock();
  }

  @Override
  public Ids ids() {
    return cloud.ids();
  }

  @Override
  public Settings settings() {
    return cloud.settings().settings();
  }

  @Override
  public Function<Tenant, Workflows> workflows() {
    grants.reads(Access.Entity.WORKFLOW);
    return tenant -> new DynamoWorkflows(table, tenant);
  }

  @Override
  public Hooks hooks() {
    grants.reads(Access.Entity.HOOK);
    return hooks.get();
  }

  @Override
  public Function<Tenant, Runs> runs() {
    grants.reads(Access.Entity.RUN);
    return tenant -> new DynamoRuns(table, tenant);
  }

  @Override
  public Function<Tenant, Conversations> conversations() {
    grants.reads(Access.Entity.AGENT);
    return tenant -> new DynamoConversations(table, tenant);
  }

  @Override
  public Function<Tenant, Vault> vault() {
    grants.demandAny(
        new Access.Uses(Access.Secrets.TENANT_READ), new Access.Uses(Access.Secrets.TENANT_WRITE));
    return tenant -> new SecretsVault(cloud.secrets(), grants, tenant);
  }

  @Override
  public Internet internet() {
    grants.demand(new Access.CallsInternet());
    return cloud.internet();
  }

  @Override
  public Internet models() {
    grants.demand(new Access.CallsInternet());
    return cloud.models();
  }

  @Override
  public Intake intake() {
    grants.demand(new Access.Sends(Access.Queue.INTAKE));
    return new SqsIntake(cloud.clients().sqs, cloud.settings().intakeQueueUrl());
  }

  @Override
  public Machines machines() {
    grants.demandAny(new Access.BuildsMachines(), new Access.StartsRuns());
    return new GuardedMachines(cloud.machines(), grants);
  }

  @Override
  public Tasks tasks() {
    grants.demand(new Access.CompletesTasks());
    return new StepFunctionsTasks(cloud.clients().stepFunctions.get());
  }

  @Override
  public Function<Tenant, Approvals> approvals() {
    grants.reads(Access.Entity.APPROVAL);
    return tenant -> new DynamoApprovals(table, tenant);
  }

  @Override
  public Function<Tenant, EventWaits> eventWaits() {
    grants.reads(Access.Entity.WAIT);
    return tenant -> new DynamoEventWaits(table, tenant);
  }

  @Override
  public Schedules schedules() {
    grants.demand(new Access.Schedules());
    return cloud.schedules();
  }

  @Override
  public Users users() {
    grants.reads(Access.Entity.USER);
    return new DynamoUsers(table);
  }

  @Override
  public Tenants tenants() {
    grants.reads(Access.Entity.TENANT);
    return new DynamoTenants(table);
  }

  @Override
  public Sessions sessions() {
    grants.reads(Access.Entity.SESSION);
    return new DynamoSessions(table);
  }

  @Override
  public Attempts attempts() {
    grants.writes(Access.Entity.ATTEMPT);
    return new DynamoAttempts(table);
  }

  @Override
  public PlatformSecrets platformSecrets() {
    grants.demand(new Access.Uses(Access.Secrets.PLATFORM));
    return new SecretsPlatform(cloud.secrets());
  }

  @Override
  public Function<Tenant, Idempotency> idempotency() {
    grants.writes(Access.Entity.IDEMPOTENCY);
    return tenant -> new DynamoIdempotency(table, tenant, ids());
  }

  @Override
  public Connections connections() {
    grants.reads(Access.Entity.LIVE);
    return new DynamoConnections(table);
  }

  @Override
  public LivePush push() {
    grants.demand(new Access.PushesLive());
    return new GatewayPush(cloud.clients().connections);
  }
}
