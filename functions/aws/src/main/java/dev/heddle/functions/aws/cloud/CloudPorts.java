package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.aws.entity.StoreContext;
import dev.heddle.functions.aws.entity.Stores;
import dev.heddle.functions.aws.entity.workflow.DynamoHooks;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.publishing.Drafts;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
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
import dev.heddle.functions.spec.unit.Access;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * One unit's ports over AWS. What it did not declare is refused: a port as a whole when it is asked
 * for, items of the table when they are touched.
 */
final class CloudPorts implements Ports {
  private final Cloud cloud;
  private final Grants grants;
  private final Stores stores;

  CloudPorts(Cloud cloud, Grants grants) {
    this.cloud = cloud;
    this.grants = grants;
    var table =
        new Table(cloud.clients().dynamoDb, cloud.settings().table(), grants, cloud.clock());
    // Typed by the store's interface: a lambda's type is loaded, and most jars hold no compiler.
    Lazy<DynamoHooks.Drafts> drafts = Lazy.of(() -> new Drafts(settings(), machines())::build);
    stores =
        new Stores(
            new StoreContext(
                table,
                cloud.ids(),
                (tenant, workflows, workflow) -> drafts.get().build(tenant, workflows, workflow)));
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
  public <P> Function<Tenant, P> of(TenantEntity<P> entity) {
    grants.opens(entity);
    return stores.of(entity);
  }

  @Override
  public <P> P of(PlatformEntity<P> entity) {
    grants.opens(entity);
    return stores.of(entity);
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
  public Schedules schedules() {
    grants.demand(new Access.Schedules());
    return cloud.schedules();
  }

  @Override
  public PlatformSecrets platformSecrets() {
    grants.demand(new Access.Uses(Access.Secrets.PLATFORM));
    return new SecretsPlatform(cloud.secrets());
  }

  @Override
  public LivePush push() {
    grants.demand(new Access.PushesLive());
    return new GatewayPush(cloud.clients().connections);
  }
}
