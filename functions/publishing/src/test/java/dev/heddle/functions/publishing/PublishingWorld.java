package dev.heddle.functions.publishing;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.RunScheduler;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import tools.jackson.databind.JsonNode;

/** A new tenant's workflows on the embedded store, engine and clock. */
final class PublishingWorld {
  static final Outage NO_OUTAGE = new Outage("never", false);

  private final MovableClock clock = new MovableClock();
  private final AwsDeployment cloud = LocalCloud.cloud(clock);
  private final Ports ports =
      cloud.ports(
          TestUnit.with(
              new Access.Writes(Workflows.ENTITY),
              new Access.Writes(Hooks.ENTITY),
              new Access.BuildsMachines(),
              new Access.Schedules()));
  private final Tenant tenant = new Tenant(ports.ids().next("ten"));
  private final Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);

  /**
   * What callers of a workflow get.
   *
   * @param pointer the version that API, webhooks and clock start
   * @param alias the version that other workflows call
   * @param path the webhook path that leads to it
   * @param timer when it is started
   */
  record State(long pointer, long alias, String path, String timer) {}

  /** A stored draft that a webhook and a schedule start. */
  Workflow drawn(String path, String cron) {
    Workflow draft = workflow(ports.ids().next("wf"), 1, graph(path, cron));
    workflows.create(draft, DrawnTriggers.of(draft.graph()).claims());
    return draft;
  }

  /** The next revision of a draft. */
  Workflow redrawn(Workflow draft, String path, String cron) {
    JsonNode graph = graph(path, cron);
    Workflow next = workflow(draft.id(), draft.revision() + 1, graph);
    workflows.save(next, draft.revision(), DrawnTriggers.of(graph).claims());
    return found(draft.id());
  }

  Workflow found(String workflow) {
    return workflows.find(workflow).orElseThrow();
  }

  private Workflow workflow(String id, long revision, JsonNode graph) {
    var now = clock.instant();
    return new Workflow(id, "W", "", revision, List.of(), null, null, null, now, now, graph);
  }

  private static JsonNode graph(String path, String cron) {
    String text =
        "{'schemaVersion':1,'name':'W','nodes':["
            + node("hook", "webhook@1", "{'path':'" + path + "'}")
            + ","
            + node(
                "clock", "schedule@1", "{'schedule':{'kind':'cron','expression':'" + cron + "'}}")
            + ","
            + node("say", "set@1", "{'keep':false,'fields':[{'name':'v','value':'" + path + "'}]}")
            + "],'edges':["
            + "{'id':'e1','source':'hook','port':'main','target':'say'},"
            + "{'id':'e2','source':'clock','port':'main','target':'say'}]}";
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }

  private static String node(String id, String type, String config) {
    return "{'id':'%s','type':'%s','name':'%s','position':{'x':0,'y':0},'config':%s}"
        .formatted(id, type, id, config);
  }

  WorkflowVersion publish(Workflow draft) {
    return publish(draft, NO_OUTAGE);
  }

  WorkflowVersion publish(Workflow draft, Outage outage) {
    clock.pass(Duration.ofSeconds(1));
    Workflow current = found(draft.id());
    return publishing(outage)
        .publish(tenant, outage.in(Workflows.class, workflows), current, "A note", "usr_ada");
  }

  void restore(WorkflowVersion version, Outage outage) {
    clock.pass(Duration.ofSeconds(1));
    Workflows failing = outage.in(Workflows.class, workflows);
    WorkflowPublisher.requireRestorable(failing, WorkflowPublisher.build(failing, version));
    publishing(outage).point(tenant, failing, version, 0);
  }

  private WorkflowPublisher publishing(Outage outage) {
    return new WorkflowPublisher(
        DrawingCompiler.of(ports.settings()),
        outage.in(StateMachines.class, ports.machines()),
        outage.in(RunScheduler.class, ports.schedules()),
        clock);
  }

  List<Long> versions(String workflow) {
    return workflows.versions(workflow, 10, null).items().stream()
        .map(WorkflowVersion::version)
        .toList();
  }

  Optional<String> holder(String path) {
    return workflows.holder(new AddressClaim(path, path));
  }

  State state(String workflow) {
    WorkflowBuild published = workflows.published(workflow).orElseThrow();
    String path =
        Stream.of("orders", "bills")
            .filter(name -> holder(name).filter(workflow::equals).isPresent())
            .reduce("", String::concat);
    return new State(published.version(), alias(published), path, timer(workflow));
  }

  /** Whether whoever starts the workflow gets one version, whole, and a path leads to that one. */
  boolean isWhole(String workflow) {
    WorkflowBuild published = workflows.published(workflow).orElseThrow();
    List<AddressClaim> claims = DrawnTriggers.of(published.graph()).claims();
    return List.of(1L, 2L).contains(alias(published))
        && claims.stream()
            .allMatch(claim -> workflows.holder(claim).filter(workflow::equals).isPresent());
  }

  private long alias(WorkflowBuild published) {
    SfnClient client = cloud.clients().stepFunctions.get();
    String arn = published.versionArn();
    String machine = arn.substring(0, arn.lastIndexOf(':'));
    String version =
        client
            .describeStateMachineAlias(r -> r.stateMachineAliasArn(machine + ":live"))
            .routingConfiguration()
            .getFirst()
            .stateMachineVersionArn();
    return Stream.of(1L, 2L, 3L)
        .filter(
            number ->
                workflows
                    .build(published.workflow(), "v" + number)
                    .filter(build -> build.versionArn().equals(version))
                    .isPresent())
        .findFirst()
        .orElseThrow();
  }

  private String timer(String workflow) {
    return cloud
        .clients()
        .scheduler
        .get()
        .getSchedule(r -> r.groupName("timers").name(workflow + "-clock"))
        .scheduleExpression();
  }
}
