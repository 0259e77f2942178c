package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Tasks: of functions, of functions that give a token away, of other machines' runs. */
final class TaskStates {
  private static final String STATES = "arn:aws:states:::states:startExecution";
  private static final String REDRIVES = "$states.context.Execution.RedriveCount";
  private final ResourceNames resources;
  private final StepInputs stepInputs;

  TaskStates(ResourceNames resources, StepInputs stepInputs) {
    this.resources = resources;
    this.stepInputs = stepInputs;
  }

  /** A call of the node type's own function. */
  AslState call(DrawingStep step) {
    AslState task =
        task(step, "arn:aws:states:::lambda:invoke", invocation(step, call(step, false)));
    return timed(task, step).field("Retry", TaskRetriers.ofCall(step.node().retry()));
  }

  /** A call whose answer is whatever comes with its token. */
  AslState awaiting(DrawingStep step) {
    String resource = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    AslState task = task(step, resource, invocation(step, call(step, true)));
    DynamicValue timeout = step.value("timeoutSeconds");
    if (timeout != null) {
      task.field("TimeoutSeconds", timeout);
    }
    return task.field("Retry", TaskRetriers.ofCall(null));
  }

  /** A run of another workflow. */
  AslState workflow(DrawingStep step) {
    DynamicValue given = step.value("input");
    Map<String, DynamicValue> input = new LinkedHashMap<>();
    input.put("tenant", VariableNames.input("tenant"));
    input.put("workflow", text(step.word("workflow")));
    input.put("run", runId(step));
    input.put("trigger", text(NodeWiring.Trigger.CALLED));
    input.put("payload", given == null ? stepInputs.of(step) : given);
    input.put("parent", parent(step));
    String arn = resources.workflow(step.word("workflow")).orElse("");
    return execution(step, step.waitsForRun(), arn, new DynamicValue.Fields(input));
  }

  private static DynamicValue parent(DrawingStep step) {
    Map<String, DynamicValue> parent = new LinkedHashMap<>();
    parent.put("run", VariableNames.input("run"));
    parent.put("node", text(step.id()));
    parent.put("path", IterationPath.of(step));
    return new DynamicValue.Fields(parent);
  }

  /** A run of the platform's agent. */
  AslState agent(DrawingStep step) {
    return execution(step, true, resources.machine("agent"), call(step, false));
  }

  private AslState execution(DrawingStep step, boolean waits, String arn, DynamicValue input) {
    Map<String, DynamicValue> arguments = new LinkedHashMap<>();
    arguments.put("StateMachineArn", text(arn));
    arguments.put("Name", runId(step));
    arguments.put("Input", input);
    AslState task =
        task(step, waits ? STATES + ".sync:2" : STATES, new DynamicValue.Fields(arguments));
    return timed(task, step).field("Retry", TaskRetriers.ofExecution());
  }

  /** The same for the same node of the same run, so that a start repeated is the same start. */
  static DynamicValue.Code runId(DrawingStep step) {
    return new JsonataBuilder()
        .text("$substring(")
        .code(VariableNames.input("run"))
        .text(", 0, 36) & '-' & $hash(")
        .quoted(step.id() + " ")
        .text(" & ")
        .code(ValueCode.of(IterationPath.of(step)))
        .text(" & " + REDRIVES + ", 'SHA-1')")
        .build();
  }

  private static AslState task(DrawingStep step, String resource, DynamicValue arguments) {
    AslState task = new AslState("Task", step.node().name()).standsFor(step, true);
    return task.field("Resource", text(resource)).field("Arguments", arguments);
  }

  private static AslState timed(AslState task, DrawingStep step) {
    Integer timeout = step.node().timeoutSeconds();
    return timeout == null
        ? task
        : task.field("TimeoutSeconds", new DynamicValue.Literal(IntNode.valueOf(timeout)));
  }

  private DynamicValue invocation(DrawingStep step, DynamicValue payload) {
    Map<String, DynamicValue> arguments = new LinkedHashMap<>();
    arguments.put("FunctionName", TaskFunctionName.of(step, resources));
    arguments.put("Payload", payload);
    return new DynamicValue.Fields(arguments);
  }

  private static DynamicValue call(DrawingStep step, boolean token) {
    Map<String, DynamicValue> call = new LinkedHashMap<>();
    call.put("tenant", VariableNames.input("tenant"));
    call.put("workflow", VariableNames.input("workflow"));
    call.put("run", VariableNames.input("run"));
    call.put("node", text(step.id()));
    call.put("path", IterationPath.of(step));
    if (token) {
      call.put("token", new JsonataBuilder().text("$states.context.Task.Token").build());
    }
    call.put("config", step.config());
    return new DynamicValue.Fields(call);
  }

  private static DynamicValue text(String text) {
    return new DynamicValue.Literal(StringNode.valueOf(text));
  }

  /** What a task gives as its node's output. */
  static DynamicValue output(DrawingStep step) {
    return switch (step.wiring()) {
      case NodeWiring.Await _ -> orNull("$states.result.output");
      case NodeWiring.Agent _ -> new JsonataBuilder().text("$states.result.Output").build();
      case NodeWiring.RunWorkflow _ ->
          step.waitsForRun()
              ? new JsonataBuilder().text("$states.result.Output").build()
              : new DynamicValue.Fields(Map.of("run", runId(step)));
      case NodeWiring.Call _ -> new JsonataBuilder().text("$states.result.Payload.output").build();
      case NodeWiring.Trigger _,
          NodeWiring.If _,
          NodeWiring.Switch _,
          NodeWiring.SetFields _,
          NodeWiring.Merge _ ->
          notATask(step);
      case NodeWiring.Wait _,
          NodeWiring.Respond _,
          NodeWiring.Stop _,
          NodeWiring.ForEach _,
          NodeWiring.Loop _ ->
          notATask(step);
    };
  }

  private static DynamicValue notATask(DrawingStep step) {
    throw new IllegalArgumentException(step.type().id() + " is not a task");
  }

  /** The port a task says that its node is left by. */
  static DynamicValue port(DrawingStep step) {
    return step.wiring() instanceof NodeWiring.Await
        ? orNull("$states.result.port")
        : new JsonataBuilder().text("$states.result.Payload.port").build();
  }

  static DynamicValue timedOut() {
    return new DynamicValue.Fields(Map.of("timedOut", new DynamicValue.Literal(BooleanNode.TRUE)));
  }

  /** Code for a path that may lead nowhere. */
  static DynamicValue orNull(String path) {
    return orNull(new JsonataBuilder().text(path).build());
  }

  /** Code for a read that may find nothing. */
  static DynamicValue orNull(DynamicValue.Code read) {
    return new JsonataBuilder()
        .text("$exists(")
        .code(read)
        .text(") ? ")
        .code(read)
        .text(" : null")
        .build();
  }
}
