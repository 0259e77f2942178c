package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.checks.DrawingCheck;
import dev.heddle.statemachines.compiler.checks.WorkflowType;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingReader;
import dev.heddle.statemachines.compiler.drawing.ResumePoint;
import dev.heddle.statemachines.compiler.plan.ResumeRewriter;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphReader;
import dev.heddle.statemachines.language.report.Diagnostic;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles graph documents to state machines, or says everything that is wrong with them. */
public final class Compiler {
  private final NodeVocabulary vocabulary;
  private final ResourceNames resources;

  /** A compiler for these node types, with these names for what machines call. */
  public Compiler(NodeVocabulary vocabulary, ResourceNames resources) {
    this.vocabulary = vocabulary;
    this.resources = resources;
  }

  /** Compiles a document, whatever it holds; it never throws for what a document says. */
  public CompilationResult compile(JsonNode document) {
    return compile(document, (drawing, _) -> Optional.of(drawing));
  }

  /**
   * Compiles a document for a run that goes on from a recorded one. What recorded nodes gave is
   * read from the execution input, {@code record.<id>}.
   */
  public CompilationResult resume(JsonNode document, ResumePoint resume) {
    return compile(document, (drawing, problems) -> ResumeRewriter.of(drawing, resume, problems));
  }

  private CompilationResult compile(JsonNode document, DrawingTransform redrawing) {
    Diagnostics problems = new Diagnostics();
    CompiledMachine machine =
        new GraphReader(problems)
            .read(document)
            .map(graph -> machine(graph, redrawing, problems))
            .orElse(null);
    return new CompilationResult(
        problems.all().stream().map(Compiler::issue).toList(),
        problems.hasErrors() ? null : machine);
  }

  /** What is built of a drawing that passed all checks. */
  private interface DrawingTransform {
    Optional<Drawing> of(Drawing drawing, Diagnostics problems);
  }

  private @Nullable CompiledMachine machine(
      GraphDocument graph, DrawingTransform redrawing, Diagnostics problems) {
    Drawing drawing = new DrawingReader(vocabulary, problems).read(graph);
    List<Drawing> levels = drawing.levels();
    for (DrawingCheck check : DrawingCheck.all(resources)) {
      levels.forEach(level -> check.check(level, problems));
    }
    return problems.hasErrors()
        ? null
        : redrawing
            .of(drawing, problems)
            .flatMap(redrawn -> build(graph, drawing, redrawn, problems))
            .orElse(null);
  }

  /** A run that goes on from another is shown on the whole drawing: the map is of that. */
  private Optional<CompiledMachine> build(
      GraphDocument graph, Drawing drawing, Drawing redrawn, Diagnostics problems) {
    WorkflowType flavour =
        redrawn == drawing ? WorkflowType.of(drawing) : WorkflowType.ofResumed(redrawn);
    RunMap runMap = RunMapBuilder.of(graph, drawing);
    return new MachineBuilder(runMap, redrawn, flavour, problems).machine(resources);
  }

  /** Only the issues. */
  public List<Issue> check(JsonNode document) {
    return compile(document).issues();
  }

  private static Issue issue(Diagnostic problem) {
    return new Issue(
        Issue.Severity.valueOf(problem.severity().name()),
        problem.rule(),
        problem.node(),
        problem.edge(),
        problem.field(),
        problem.column(),
        problem.message(),
        problem.hint());
  }
}
