package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Schedules;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.functions.triggers.schedule.Timers;
import dev.heddle.functions.triggers.webhook.Paths;
import dev.heddle.statemachines.language.Machine;
import java.time.Instant;
import java.time.InstantSource;

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
   *     workflow answers at one of its webhook paths
   */
  public Version publish(
      Tenant tenant, Workflows workflows, Workflow draft, String note, String by) {
    Machine machine = drawings.machine(workflows::published, draft.graph());
    Long current = draft.publishedVersion();
    if (current != null && Long.valueOf(draft.revision()).equals(draft.publishedRevision())) {
      Version version = version(workflows, draft.id(), current);
      point(tenant, workflows, version, draft.revision());
      return version;
    }
    Paths.refuseTaken(workflows, draft.id(), draft.graph());
    Version version = add(tenant, workflows, draft, machine, note, by);
    point(tenant, workflows, version, draft.revision());
    return version;
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
   * Makes a version the one that callers get.
   *
   * @param revision the draft revision it equals; 0 when it is none
   */
  public void point(Tenant tenant, Workflows workflows, Version version, long revision) {
    Build build = build(workflows, version);
    Paths.refuseTaken(workflows, version.workflow(), build.graph());
    machines.publish(build.versionArn());
    workflows.point(build, revision, clock.instant());
    schedules.set(tenant.id(), version.workflow(), Timers.of(build.graph()));
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
