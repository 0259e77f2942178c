package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.RunScheduler;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes drafts versions, and versions the ones callers get. Every step can be repeated. */
public final class WorkflowPublisher {
  private final DrawingCompiler drawingCompiler;
  private final StateMachines machines;
  private final RunScheduler schedules;
  private final InstantSource clock;

  /** Publishing of drawings to these machines and this clock of runs. */
  public WorkflowPublisher(
      DrawingCompiler drawingCompiler,
      StateMachines machines,
      RunScheduler schedules,
      InstantSource clock) {
    this.drawingCompiler = drawingCompiler;
    this.machines = machines;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * Makes the draft a version and points callers to it. A draft that is the published version
   * already gets no second one; what an earlier attempt left undone is done.
   *
   * @throws Fault unpublishable with every issue when the draft has errors; conflict when another
   *     workflow holds one of its claims
   */
  public WorkflowVersion publish(
      Tenant tenant, Workflows workflows, Workflow draft, String note, String by) {
    CompiledMachine machine = drawingCompiler.machine(workflows::published, draft.graph());
    requireFree(workflows, draft.id(), DrawnTriggers.of(draft.graph()));
    WorkflowVersion version =
        published(workflows, draft)
            .or(() -> leftBehind(workflows, draft, note, by))
            .orElseGet(() -> add(tenant, workflows, draft, machine, note, by));
    point(tenant, workflows, version, draft.revision());
    return version;
  }

  /** The published version, if it was made from the draft as it is. */
  private static Optional<WorkflowVersion> published(Workflows workflows, Workflow draft) {
    Long current = draft.publishedVersion();
    return current != null && Long.valueOf(draft.revision()).equals(draft.publishedRevision())
        ? Optional.of(version(workflows, draft.id(), current))
        : Optional.empty();
  }

  /**
   * The version of this very publication that an attempt which was cut short has listed, but not
   * made the published one: without this, every new attempt would list one more.
   */
  private static Optional<WorkflowVersion> leftBehind(
      Workflows workflows, Workflow draft, String note, String by) {
    return workflows.versions(draft.id(), 1, null).items().stream()
        .findFirst()
        .filter(version -> isSinceLastPublication(version, draft))
        .filter(version -> version.note().equals(note) && version.publishedBy().equals(by))
        .filter(version -> build(workflows, version).graph().equals(draft.graph()));
  }

  /** One that is older was the published one once: publishing is asked to make a new one of it. */
  private static boolean isSinceLastPublication(WorkflowVersion newest, Workflow draft) {
    Instant last = draft.publishedAt();
    return last == null || newest.publishedAt().isAfter(last);
  }

  private WorkflowVersion add(
      Tenant tenant,
      Workflows workflows,
      Workflow draft,
      CompiledMachine machine,
      String note,
      String by) {
    long number = workflows.nextVersion(draft.id());
    Instant now = clock.instant();
    String id = "v" + number;
    String arn = machines.build(tenant.id(), draft.id(), id, machine);
    WorkflowVersion version =
        new WorkflowVersion(
            draft.id(), number, machine.kind(), machine.kindReason(), note, by, now);
    workflows.add(
        version,
        new WorkflowBuild(
            draft.id(),
            id,
            number,
            arn,
            machine.kind(),
            draft.graph(),
            machine.sourceMap(),
            machine.runMap()));
    return version;
  }

  /**
   * Refuses a version that can't be made the published one; changes nothing.
   *
   * @throws Fault unpublishable with what the outside would refuse, which may be stricter by now
   *     than when it was published; conflict when another workflow holds one of its claims
   */
  public static void requireRestorable(Workflows workflows, WorkflowBuild build) {
    DrawnTriggers triggers = DrawnTriggers.of(build.graph());
    List<Issue> issues = triggers.issues();
    if (DrawingCompiler.hasErrors(issues)) {
      throw new Fault(new Problem.Unpublishable(issues));
    }
    requireFree(workflows, build.workflow(), triggers);
  }

  /**
   * Refuses claims that another workflow holds before anything is built for them. Only the
   * transaction that takes them can be sure; this spares all but rivals of the same moment a
   * version in the list that nobody can call.
   */
  private static void requireFree(Workflows workflows, String workflow, DrawnTriggers triggers) {
    for (AddressClaim claim : triggers.claims()) {
      workflows
          .holder(claim)
          .filter(other -> !other.equals(workflow))
          .ifPresent(
              other -> {
                throw claim.takenBy(workflows.find(other).map(Workflow::name).orElse(other));
              });
    }
  }

  /**
   * Makes a version the one that callers get. The caller has made sure that it can be.
   *
   * <p>The pointer moves first, with the claims: this step can still be refused, and then nothing
   * else may have moved. In between, API, webhooks and clock, which start what the pointer names,
   * run the new version, and workflows that call this one through the alias run the last one: both
   * whole, as the machine versions behind them never change. The timers come last, since the event
   * of a timer is dropped unless the published version has its trigger. Whoever fails in between
   * leaves the rest undone; each step sets what must hold, so that doing all again finishes it.
   *
   * @param revision the draft revision it equals; 0 when it is none
   */
  public void point(Tenant tenant, Workflows workflows, WorkflowVersion version, long revision) {
    WorkflowBuild build = build(workflows, version);
    DrawnTriggers triggers = DrawnTriggers.of(build.graph());
    Instant now = clock.instant();
    workflows.point(build, revision, now, triggers.claims());
    machines.publish(build.versionArn());
    schedules.set(tenant.id(), version.workflow(), triggers.timers(now));
  }

  /** A listed version; a fault not-found when there is none. */
  public static WorkflowVersion version(Workflows workflows, String workflow, long version) {
    return workflows
        .version(workflow, version)
        .orElseThrow(() -> Fault.notFound("version " + version));
  }

  /** What a version runs. */
  public static WorkflowBuild build(Workflows workflows, WorkflowVersion version) {
    return workflows
        .build(version.workflow(), "v" + version.version())
        .orElseThrow(() -> Fault.notFound("version " + version.version()));
  }
}
