package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Resources;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Tasks: of functions, of functions that give a token away, of other machines' runs. */
final class Tasks {
  private static final String STATES = "arn:aws:states:::states:startExecution";
  private static final String REDRIVES = "$states.context.Execution.RedriveCount";
  private final Resources resources;
  private final Inputs inputs;

  Tasks(Resources resources, Inputs inputs) {
    this.resources = resources;
    this.inputs = inputs;
  }

  /** A call of the node type's own function. */
  State call(Step step) {
    State task = task(step, "arn:aws:states:::lambda:invoke", invocation(step, call(step, false)));
    return timed(task, step).field("Retry", Retries.ofCall(step.node().retry()));
  }

  /** A call whose answer is whatever comes with its token. */
  State awaiting(Step step) {
    String resource = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    State task = task(step, resource, invocation(step, call(step, true)));
    Value timeout = step.value("timeoutSeconds");
    if (timeout != null) {
      task.field("TimeoutSeconds", timeout);
    }
    return task.field("Retry", Retries.ofCall(null));
  }

  /** A run of another workflow. */
  State workflow(Step step) {
    Value given = step.value("input");
    Map<String, Value> input = new LinkedHashMap<>();
    input.put("tenant", Names.input("tenant"));
    input.put("workflow", text(step.word("workflow")));
    input.put("run", runId(step));
    input.put("trigger", text(Wiring.Trigger.CALLED));
    input.put("payload", given == null ? inputs.of(step) : given);
    input.put("parent", parent(step));
    String arn = resources.workflow(step.word("workflow")).orElse("");
    return execution(step, step.waitsForRun(), arn, new Value.Fields(input));
  }

  private static Value parent(Step step) {
    Map<String, Value> parent = new LinkedHashMap<>();
    parent.put("run", Names.input("run"));
    parent.put("node", text(step.id()));
    parent.put("path", Paths.of(step));
    return new Value.Fields(parent);
  }

  /** A run of the platform's agent. */
  State agent(Step step) {
    return execution(step, true, resources.machine("agent"), call(step, false));
  }

  private State execution(Step step, boolean waits, String arn, Value input) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    arguments.put("StateMachineArn", text(arn));
    arguments.put("Name", runId(step));
    arguments.put("Input", input);
    State task = task(step, waits ? STATES + ".sync:2" : STATES, new Value.Fields(arguments));
    return timed(task, step).field("Retry", Retries.ofExecution());
  }

  /** The same for the same node of the same run, so that a start repeated is the same start. */
  static Value.Code runId(Step step) {
    return new CodeText()
        .text("$substring(")
        .code(Names.input("run"))
        .text(", 0, 36) & '-' & $hash(")
        .quoted(step.id() + " ")
        .text(" & ")
        .code(ValueCode.of(Paths.of(step)))
        .text(" & " + REDRIVES + ", 'SHA-1')")
        .done();
  }

  private static State task(Step step, String resource, Value arguments) {
    State task = new State("Task", step.node().name()).standsFor(step, true);
    return task.field("Resource", text(resource)).field("Arguments", arguments);
  }

  private static State timed(State task, Step step) {
    Integer timeout = step.node().timeoutSeconds();
    return timeout == null
        ? task
        : task.field("TimeoutSeconds", new Value.Literal(IntNode.valueOf(timeout)));
  }

  private Value invocation(Step step, Value payload) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    arguments.put("FunctionName", FunctionNames.of(step, resources));
    arguments.put("Payload", payload);
    return new Value.Fields(arguments);
  }

  private static Value call(Step step, boolean token) {
    Map<String, Value> call = new LinkedHashMap<>();
    call.put("tenant", Names.input("tenant"));
    call.put("workflow", Names.input("workflow"));
    call.put("run", Names.input("run"));
    call.put("node", text(step.id()));
    call.put("path", Paths.of(step));
    if (token) {
      call.put("token", new CodeText().text("$states.context.Task.Token").done());
    }
    call.put("config", step.config());
    return new Value.Fields(call);
  }

  private static Value text(String text) {
    return new Value.Literal(StringNode.valueOf(text));
  }

  /** What a task gives as its node's output. */
  static Value output(Step step) {
    return switch (step.wiring()) {
      case Wiring.Await _ -> orNull("$states.result.output");
      case Wiring.Agent _ -> new CodeText().text("$states.result.Output").done();
      case Wiring.RunWorkflow _ ->
          step.waitsForRun()
              ? new CodeText().text("$states.result.Output").done()
              : new Value.Fields(Map.of("run", runId(step)));
      case Wiring.Call _ -> new CodeText().text("$states.result.Payload.output").done();
      case Wiring.Trigger _, Wiring.If _, Wiring.Switch _, Wiring.SetFields _, Wiring.Merge _ ->
          notATask(step);
      case Wiring.Wait _, Wiring.Respond _, Wiring.Stop _, Wiring.ForEach _, Wiring.Loop _ ->
          notATask(step);
    };
  }

  private static Value notATask(Step step) {
    throw new IllegalArgumentException(step.type().id() + " is not a task");
  }

  /** The port a task says that its node is left by. */
  static Value port(Step step) {
    return step.wiring() instanceof Wiring.Await
        ? orNull("$states.result.port")
        : new CodeText().text("$states.result.Payload.port").done();
  }

  static Value timedOut() {
    return new Value.Fields(Map.of("timedOut", new Value.Literal(BooleanNode.TRUE)));
  }

  /** Code for a path that may lead nowhere. */
  static Value orNull(String path) {
    return orNull(new CodeText().text(path).done());
  }

  /** Code for a read that may find nothing. */
  static Value orNull(Value.Code read) {
    return new CodeText()
        .text("$exists(")
        .code(read)
        .text(") ? ")
        .code(read)
        .text(" : null")
        .done();
  }
}
