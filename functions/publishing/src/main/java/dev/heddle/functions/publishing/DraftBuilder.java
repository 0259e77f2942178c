package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine;

/** Makes saved drafts runnable. */
public final class DraftBuilder {
  private final DrawingCompiler drawingCompiler;
  private final StateMachines machines;

  /** Drafts compiled for a deployment and run on these machines. */
  public DraftBuilder(DeploymentSettings settings, StateMachines machines) {
    drawingCompiler = DrawingCompiler.of(settings);
    this.machines = machines;
  }

  /**
   * The build of a workflow's draft, made unless it is there already.
   *
   * @param workflows the tenant's
   * @throws dev.heddle.functions.spec.fault.Fault unpublishable when the draft has errors
   */
  public WorkflowBuild build(Tenant tenant, Workflows workflows, Workflow workflow) {
    CompiledMachine machine = drawingCompiler.machine(workflows::published, workflow.graph());
    String id = DrawingCompiler.draftId(workflow.graph(), machine);
    return workflows
        .build(workflow.id(), id)
        .orElseGet(() -> compile(tenant, workflows, workflow, id, machine));
  }

  private WorkflowBuild compile(
      Tenant tenant, Workflows workflows, Workflow workflow, String id, CompiledMachine machine) {
    String arn = machines.build(tenant.id(), workflow.id(), id, machine);
    WorkflowBuild build =
        new WorkflowBuild(
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
