package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Workflows by id and entity tag, or the fault that says why not. */
final class WorkflowLookup {
  private static final String ANY = "*";

  private WorkflowLookup() {}

  /** A workflow of the tenant; a fault not-found when there is none. */
  static Workflow workflow(Workflows workflows, String id) {
    return workflows.find(id).orElseThrow(() -> Fault.notFound("workflow " + id));
  }

  /** The drawing that was sent, else the draft. */
  static JsonNode drawing(Workflow workflow, @Nullable JsonNode sent) {
    return sent == null || sent.isNull() ? workflow.graph() : sent;
  }

  /** Refuses to go on unless the caller has seen the stored revision. */
  static void requireRevision(Workflow workflow, @Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Fault(new Problem.PreconditionRequired());
    }
    if (!ifMatch.equals(ANY) && !ifMatch.equals(Long.toString(workflow.revision()))) {
      throw new Fault(
          new Problem.PreconditionFailed(
              "The workflow has changed and is now at revision "
                  + workflow.revision()
                  + ". Reload it."));
    }
  }
}
