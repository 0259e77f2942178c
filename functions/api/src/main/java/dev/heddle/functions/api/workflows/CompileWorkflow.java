package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.SourceMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows the state machine that a drawing becomes. */
public final class CompileWorkflow implements Route<CompileWorkflow.Input, CompileWorkflow.Output> {

  /** The workflow, and a drawing other than its draft. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @Example(GraphExample.JSON) @Nullable JsonNode graph) {}

  /** The machine; the issues hold no error. */
  public record Output(
      List<Issue> issues,
      Kind kind,
      @Example("Nobody waits for the answer.") String kindReason,
      @Example(GraphExample.MACHINE) JsonNode definition,
      SourceMap sourceMap,
      @Example("“Start” is the input of the execution.") List<String> explanation) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/compile", Input.class, Output.class)
        .summary("Compile a workflow")
        .maxBody(RouteSpec.GRAPH_BODY)
        .faults(Problem.NotFound.class, Problem.Unpublishable.class)
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow stored = WorkflowLookup.workflow(workflows, input.workflow());
      CompilationResult compilation =
          drawingCompiler.compile(
              workflows::published, WorkflowLookup.drawing(stored, input.graph()));
      CompiledMachine machine = compilation.machine();
      if (machine == null) {
        throw new Fault(new Problem.Unpublishable(compilation.issues()));
      }
      return output(compilation.issues(), machine);
    };
  }

  private static Output output(List<Issue> issues, CompiledMachine machine) {
    return new Output(
        issues,
        machine.kind(),
        machine.kindReason(),
        machine.definition(),
        machine.sourceMap(),
        machine.explanation());
  }
}
