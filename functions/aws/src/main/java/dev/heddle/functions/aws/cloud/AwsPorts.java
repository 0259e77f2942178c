package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.aws.entity.StoreContext;
import dev.heddle.functions.aws.entity.UnitStores;
import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.core.model.ProviderModels;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
import dev.heddle.functions.spec.port.ChatModels;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.IdGenerator;
import dev.heddle.functions.spec.port.IntakeQueue;
import dev.heddle.functions.spec.port.LivePush;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.port.PlatformSecrets;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.RunScheduler;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.port.TaskCallbacks;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.unit.Access;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * One unit's ports over AWS. What it did not declare is refused: a port as a whole when it is asked
 * for, items of the table when they are touched.
 */
final class AwsPorts implements Ports {
  private final AwsDeployment cloud;
  private final DeclaredAccess declaredAccess;
  private final UnitStores stores;

  AwsPorts(AwsDeployment cloud, DeclaredAccess declaredAccess) {
    this.cloud = cloud;
    this.declaredAccess = declaredAccess;
    var table =
        new DocumentTable(
            cloud.clients().dynamoDb, cloud.settings().table(), declaredAccess, cloud.clock());
    stores = new UnitStores(new StoreContext(table, cloud.ids()));
  }

  @Override
  public InstantSource clock() {
    return cloud.clock();
  }

  @Override
  public IdGenerator ids() {
    return cloud.ids();
  }

  @Override
  public DeploymentSettings settings() {
    return cloud.settings().settings();
  }

  @Override
  public <P> Function<Tenant, P> of(TenantEntity<P> entity) {
    declaredAccess.opens(entity);
    return stores.of(entity);
  }

  @Override
  public <P> P of(PlatformEntity<P> entity) {
    declaredAccess.opens(entity);
    return stores.of(entity);
  }

  @Override
  public Function<Tenant, TenantSecrets> tenantSecrets() {
    declaredAccess.demandAny(
        new Access.Uses(Access.Secrets.TENANT_READ), new Access.Uses(Access.Secrets.TENANT_WRITE));
    return tenant -> new AwsTenantSecrets(cloud.secrets(), declaredAccess, tenant);
  }

  @Override
  public OutboundHttp internet() {
    declaredAccess.demand(new Access.CallsInternet());
    return cloud.internet();
  }

  @Override
  public ChatModels model() {
    return new ProviderModels(declaredAccess.provider(), cloud.models(), settings().modelUrl());
  }

  @Override
  public IntakeQueue intake() {
    declaredAccess.demand(new Access.Sends(Access.Queue.INTAKE));
    return new SqsIntakeQueue(cloud.clients().sqs, cloud.settings().intakeQueueUrl());
  }

  @Override
  public StateMachines machines() {
    declaredAccess.demandAny(new Access.BuildsMachines(), new Access.StartsRuns());
    return new GuardedStateMachines(cloud.machines(), declaredAccess);
  }

  @Override
  public TaskCallbacks tasks() {
    declaredAccess.demand(new Access.CompletesTasks());
    return new StepFunctionsCallbacks(cloud.clients().stepFunctions.get());
  }

  @Override
  public RunScheduler schedules() {
    declaredAccess.demand(new Access.Schedules());
    return cloud.schedules();
  }

  @Override
  public PlatformSecrets platformSecrets() {
    declaredAccess.demand(new Access.Uses(Access.Secrets.PLATFORM));
    return new AwsPlatformSecrets(cloud.secrets());
  }

  @Override
  public LivePush push() {
    declaredAccess.demand(new Access.PushesLive());
    return new GatewayPush(cloud.clients().connections);
  }
}
