package dev.heddle.functions.api.record;

import dev.heddle.events.RunParent;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts the workflow that is to be told of a failed run: once for each, and never in circles. */
final class ErrorWorkflowStarter {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");
  // Bounds the reads; whoever calls deeper than this is taken for a circle.
  private static final int ANCESTORS = 20;

  private final Ports ports;
  private final RunStarter runStarter;

  ErrorWorkflowStarter(Ports ports) {
    this.ports = ports;
    runStarter = new RunStarter(ports.of(Runs.ENTITY), ports.machines(), ports.clock());
  }

  void start(Tenant tenant, Run failed, String workflow) {
    Runs runs = ports.of(Runs.ENTITY).apply(tenant);
    String id = failed.id() + "-error";
    // Only spares work: that a run starts once is held by its name.
    if (runs.find(id).isPresent() || isOfAnError(runs, failed)) {
      return;
    }
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    Optional<WorkflowBuild> build = workflows.published(workflow);
    Optional<String> trigger = build.flatMap(ErrorWorkflowStarter::calledTrigger);
    if (build.isEmpty() || trigger.isEmpty()) {
      leftOut(failed, "no published workflow that can be called");
      return;
    }
    Optional<NodeRun> node = failedNode(runs, failed);
    String name = workflows.find(workflow).map(Workflow::name).orElse(workflow);
    RunParent parent =
        new RunParent(
            failed.id(),
            node.map(NodeRun::node).orElse(""),
            node.map(NodeRun::path).orElse(""),
            true);
    try {
      JsonNode payload = payload(failed, parent.node());
      runStarter.start(
          build.get(),
          name,
          RunStarter.input(tenant, build.get(), id, trigger.get(), payload).startedBy(parent));
    } catch (Fault fault) {
      // The delivery comes again; anything else would fail again and hold up the run's record.
      if (fault.problem() instanceof Problem.Unavailable) {
        throw fault;
      }
      leftOut(failed, fault.problem().getClass().getSimpleName());
    }
  }

  /** Whether a run, or one that led to it, was started because of a failure. */
  private static boolean isOfAnError(Runs runs, Run run) {
    Optional<Run> next = Optional.of(run);
    for (int i = 0; i < ANCESTORS && next.isPresent(); i++) {
      RunParent parent = next.get().parent();
      if (parent == null) {
        return false;
      }
      if (parent.hasFailed()) {
        return true;
      }
      next = runs.find(parent.run());
    }
    return next.isPresent();
  }

  private static Optional<String> calledTrigger(WorkflowBuild build) {
    return BuildRunMaps.runMap(build).entry(RunMap.Role.CALLED).map(RunMap.Entry::node);
  }

  /** The node that failed last. */
  private static Optional<NodeRun> failedNode(Runs runs, Run failed) {
    return runs.nodes(failed.id()).stream()
        .filter(node -> node.status() == NodeRun.Status.FAILED)
        .reduce((_, later) -> later);
  }

  private static JsonNode payload(Run failed, String node) {
    ObjectNode payload = WireJson.MAPPER.createObjectNode().put("run", failed.id());
    payload.putObject("workflow").put("id", failed.workflow()).put("name", failed.workflowName());
    return payload
        .put("error", failed.error())
        .put("cause", failed.cause())
        .put("node", node.isEmpty() ? null : node)
        .put("startedAt", failed.startedAt().toString());
  }

  private static void leftOut(Run failed, String why) {
    LOG.atWarn().addKeyValue("run", failed.id()).addKeyValue("why", why).log("no error run");
  }
}
