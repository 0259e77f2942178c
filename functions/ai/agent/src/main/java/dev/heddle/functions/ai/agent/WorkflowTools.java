package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.port.StateMachines.Outcome;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Published workflows as tools: Express ones are run here, Standard ones by the agent's machine.
 */
record WorkflowTools(Function<Tenant, Workflows> workflows, StateMachines machines) {
  private static final String SUCCEEDED = "SUCCEEDED";

  /** What became of a call. */
  sealed interface CallOutcome {

    /** It has a result. */
    record Completed(JsonNode result) implements CallOutcome {}

    /** The machine is to run this. */
    record PendingRun(String machine, RunInput input) implements CallOutcome {}
  }

  CallOutcome call(Tool.Workflow tool, AgentToolCall asked, ToolExecution call) {
    Tenant tenant = new Tenant(asked.agent().tenant());
    WorkflowBuild build =
        workflows
            .apply(tenant)
            .published(tool.workflow())
            .orElseThrow(
                () ->
                    new BadConfig("There is no published workflow with the id " + tool.workflow()));
    String run = ChildRunId.of(asked);
    RunInput input = RunStarter.input(tenant, build, run, trigger(build), call.arguments());
    return build.kind() == Kind.EXPRESS
        ? new CallOutcome.Completed(result(machines.runSync(build.versionArn(), input)))
        : new CallOutcome.PendingRun(build.versionArn(), input);
  }

  /** The trigger that is there for calls, else the one by hand. */
  private static String trigger(WorkflowBuild build) {
    RunMap map = build.runMap();
    if (map == null || map.entry(RunMap.Role.CALLED).isPresent()) {
      // A build of before there were run maps says what a call says; a machine with one trigger
      // asks for no name, and the record of its first run completes the build.
      return NodeWiring.Trigger.CALLED;
    }
    return map.entry(RunMap.Role.BY_HAND)
        .map(RunMap.Entry::node)
        .orElseThrow(
            () ->
                new BadConfig(
                    "The workflow can't be called. Add the trigger “Called by a workflow” or “Manual start” to it."));
  }

  /** How the run of a call ended. */
  JsonNode result(AgentRef agent, AgentToolCall asked, ToolExecution call) {
    String machine = call.machine();
    Optional<Outcome> outcome =
        machine == null ? Optional.empty() : machines.outcome(machine, ChildRunId.of(asked));
    return outcome
        .map(WorkflowTools::result)
        .orElseGet(() -> ToolResults.error("The workflow didn't start."));
  }

  private static JsonNode result(Outcome outcome) {
    if (!outcome.status().equals(SUCCEEDED)) {
      String error = outcome.error() == null ? outcome.status() : outcome.error();
      String cause =
          outcome.cause() == null
              ? ""
              : ": " + TextTruncation.truncate(outcome.cause(), ToolResults.MOST / 4);
      return ToolResults.error("The workflow failed with " + error + cause);
    }
    JsonNode output = outcome.output();
    return output == null ? NullNode.getInstance() : output;
  }
}
