package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Settings;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.Machine;

/** Makes saved drafts runnable. */
public final class Drafts {
  private final Drawings drawings;
  private final Machines machines;

  /** Drafts compiled for a deployment and run on these machines. */
  public Drafts(Settings settings, Machines machines) {
    drawings = Drawings.of(settings);
    this.machines = machines;
  }

  /**
   * The build of a workflow's draft, made unless it is there already.
   *
   * @param workflows the tenant's
   * @throws dev.heddle.functions.spec.fault.Fault unpublishable when the draft has errors
   */
  public Build build(Tenant tenant, Workflows workflows, Workflow workflow) {
    Machine machine = drawings.machine(workflows::published, workflow.graph());
    String id = Drawings.draftId(workflow.graph(), machine);
    return workflows
        .build(workflow.id(), id)
        .orElseGet(() -> made(tenant, workflows, workflow, id, machine));
  }

  private Build made(
      Tenant tenant, Workflows workflows, Workflow workflow, String id, Machine machine) {
    String arn = machines.build(tenant.id(), workflow.id(), id, machine);
    Build build =
        new Build(
            workflow.id(),
            id,
            0,
            arn,
            machine.kind(),
            workflow.graph(),
            machine.sourceMap(),
            machine.runMap());
    workflows.keep(build);
    return build;
  }
}
