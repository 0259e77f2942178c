package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Run.Status;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approvals;

/** What a run's end brings about; every step can be repeated. */
final class RunCompletion {
  private final Ports ports;
  private final ErrorWorkflowStarter errorRuns;

  RunCompletion(Ports ports) {
    this.ports = ports;
    errorRuns = new ErrorWorkflowStarter(ports);
  }

  void handle(Tenant tenant, Run run, RecordingPlan recordingPlan) {
    if (run.status() == Status.RUNNING) {
      return;
    }
    if (recordingPlan.map().asks()) {
      cancel(ports.of(Approvals.ENTITY).apply(tenant), run);
    }
    boolean failed = run.status() == Status.FAILED || run.status() == Status.TIMED_OUT;
    String errorWorkflow = recordingPlan.map().errorWorkflow();
    if (failed && errorWorkflow != null && !errorWorkflow.isEmpty()) {
      // Its run's id follows from the failed one's, so a delivery that comes again starts no
      // second.
      errorRuns.start(tenant, run, errorWorkflow);
    }
  }

  /** What the run asked and nobody decided, nobody needs to decide any more. */
  private static void cancel(Approvals approvals, Run run) {
    for (Approval waiting : approvals.waitingOf(run.id())) {
      // Refused if someone decided at this moment: the decision stands.
      approvals.change(waiting.ended(Approval.Status.CANCELLED), waiting);
    }
  }
}
