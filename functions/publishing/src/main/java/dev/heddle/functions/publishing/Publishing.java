package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Schedules;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Claim;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.Machine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes drafts versions, and versions the ones callers get. Every step can be repeated. */
public final class Publishing {
  private final Drawings drawings;
  private final Machines machines;
  private final Schedules schedules;
  private final InstantSource clock;

  /** Publishing of drawings to these machines and this clock of runs. */
  public Publishing(
      Drawings drawings, Machines machines, Schedules schedules, InstantSource clock) {
    this.drawings = drawings;
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
  public Version publish(
      Tenant tenant, Workflows workflows, Workflow draft, String note, String by) {
    Machine machine = drawings.machine(workflows::published, draft.graph());
    requireFree(workflows, draft.id(), DrawnTriggers.of(draft.graph()));
    Version version =
        published(workflows, draft)
            .or(() -> leftBehind(workflows, draft, note, by))
            .orElseGet(() -> add(tenant, workflows, draft, machine, note, by));
    point(tenant, workflows, version, draft.revision());
    return version;
  }

  /** The published version, if it was made from the draft as it is. */
  private static Optional<Version> published(Workflows workflows, Workflow draft) {
    Long current = draft.publishedVersion();
    return current != null && Long.valueOf(draft.revision()).equals(draft.publishedRevision())
        ? Optional.of(version(workflows, draft.id(), current))
        : Optional.empty();
  }

  /**
   * The version of this very publication that an attempt which was cut short has listed, but not
   * made the published one: without this, every new attempt would list one more.
   */
  private static Optional<Version> leftBehind(
      Workflows workflows, Workflow draft, String note, String by) {
    return workflows.versions(draft.id(), 1, null).items().stream()
        .findFirst()
        .filter(version -> isSinceLastPublication(version, draft))
        .filter(version -> version.note().equals(note) && version.publishedBy().equals(by))
        .filter(version -> build(workflows, version).graph().equals(draft.graph()));
  }

  /** One that is older was the published one once: publishing is asked to make a new one of it. */
  private static boolean isSinceLastPublication(Version newest, Workflow draft) {
    Instant last = draft.publishedAt();
    return last == null || newest.publishedAt().isAfter(last);
  }

  private Version add(
      Tenant tenant, Workflows workflows, Workflow draft, Machine machine, String note, String by) {
    long number = workflows.nextVersion(draft.id());
    Instant now = clock.instant();
    String id = "v" + number;
    String arn = machines.build(tenant.id(), draft.id(), id, machine);
    Version version =
        new Version(draft.id(), number, machine.kind(), machine.kindReason(), note, by, now);
    workflows.add(
        version,
        new Build(
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
  public static void requireRestorable(Workflows workflows, Build build) {
    DrawnTriggers triggers = DrawnTriggers.of(build.graph());
    List<Issue> issues = triggers.issues();
    if (Drawings.hasErrors(issues)) {
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
    for (Claim claim : triggers.claims()) {
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
  public void point(Tenant tenant, Workflows workflows, Version version, long revision) {
    Build build = build(workflows, version);
    DrawnTriggers triggers = DrawnTriggers.of(build.graph());
    Instant now = clock.instant();
    workflows.point(build, revision, now, triggers.claims());
    machines.publish(build.versionArn());
    schedules.set(tenant.id(), version.workflow(), triggers.timers(now));
  }

  /** A listed version; a fault not-found when there is none. */
  public static Version version(Workflows workflows, String workflow, long version) {
    return workflows
        .version(workflow, version)
        .orElseThrow(() -> Fault.notFound("version " + version));
  }

  /** What a version runs. */
  public static Build build(Workflows workflows, Version version) {
    return workflows
        .build(version.workflow(), "v" + version.version())
        .orElseThrow(() -> Fault.notFound("version " + version.version()));
  }
}
