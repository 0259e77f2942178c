package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.Starts;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Machines.Outcome;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.Machine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Published workflows as tools: Express ones are run here, Standard ones by the agent's machine.
 */
record WorkflowTools(Function<Tenant, Workflows> workflows, Machines machines) {
  private static final String SUCCEEDED = "SUCCEEDED";

  /** What became of a call. */
  sealed interface Made {

    /** It has a result. */
    record Answered(JsonNode result) implements Made {}

    /** The machine is to run this. */
    record ToBeRun(String machine, RunInput input) implements Made {}
  }

  Made call(Tool.Workflow tool, AgentToolCall asked, ToolExecution call) {
    Tenant tenant = new Tenant(asked.agent().tenant());
    Build build =
        workflows
            .apply(tenant)
            .published(tool.workflow())
            .orElseThrow(
                () ->
                    new BadConfig("There is no published workflow with the id " + tool.workflow()));
    String run = ChildRun.of(asked);
    RunInput input = Starts.input(tenant, build, run, trigger(build), call.arguments());
    return build.kind() == Kind.EXPRESS
        ? new Made.Answered(result(machines.runSync(build.versionArn(), input)))
        : new Made.ToBeRun(build.versionArn(), input);
  }

  /** The trigger that is there for calls, else the one by hand. */
  private static String trigger(Build build) {
    RunMap map = build.runMap();
    if (map == null || map.entry(RunMap.Role.CALLED).isPresent()) {
      // A build of before there were run maps says what a call says; a machine with one trigger
      // asks for no name, and the record of its first run completes the build.
      return Wiring.Trigger.CALLED;
    }
    return map.entry(RunMap.Role.BY_HAND)
        .map(RunMap.Entry::node)
        .orElseThrow(
            () ->
                new BadConfig(
                    "The workflow can't be called: it has no trigger for that, and none by hand."));
  }

  /** How the run of a call ended. */
  JsonNode result(AgentRef agent, AgentToolCall asked, ToolExecution call) {
    String machine = call.machine();
    Optional<Outcome> outcome =
        machine == null ? Optional.empty() : machines.outcome(machine, ChildRun.of(asked));
    return outcome
        .map(WorkflowTools::result)
        .orElseGet(() -> Told.error("The workflow did not start."));
  }

  private static JsonNode result(Outcome outcome) {
    if (!outcome.status().equals(SUCCEEDED)) {
      String error = outcome.error() == null ? outcome.status() : outcome.error();
      String cause = outcome.cause() == null ? "" : ": " + Cut.of(outcome.cause(), Told.MOST / 4);
      return Told.error("The workflow failed with " + error + cause);
    }
    JsonNode output = outcome.output();
    return output == null ? NullNode.getInstance() : output;
  }
}
