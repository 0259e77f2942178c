package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.checks.Check;
import dev.heddle.statemachines.compiler.checks.Flavour;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingReader;
import dev.heddle.statemachines.compiler.drawing.Resume;
import dev.heddle.statemachines.compiler.plan.Resumption;
import dev.heddle.statemachines.language.Compilation;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.Machine;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.graph.Graph;
import dev.heddle.statemachines.language.graph.GraphReader;
import dev.heddle.statemachines.language.report.Problem;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Resources;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles graph documents to state machines, or says everything that is wrong with them. */
public final class Compiler {
  private final Vocabulary vocabulary;
  private final Resources resources;

  /** A compiler for these node types, with these names for what machines call. */
  public Compiler(Vocabulary vocabulary, Resources resources) {
    this.vocabulary = vocabulary;
    this.resources = resources;
  }

  /** Compiles a document, whatever it holds; it never throws for what a document says. */
  public Compilation compile(JsonNode document) {
    return compile(document, (drawing, _) -> Optional.of(drawing));
  }

  /**
   * Compiles a document for a run that goes on from a recorded one. What recorded nodes gave is
   * read from the execution input, {@code record.<id>}.
   */
  public Compilation resume(JsonNode document, Resume resume) {
    return compile(document, (drawing, problems) -> Resumption.of(drawing, resume, problems));
  }

  private Compilation compile(JsonNode document, Redrawing redrawing) {
    Problems problems = new Problems();
    Machine machine =
        new GraphReader(problems)
            .read(document)
            .map(graph -> machine(graph, redrawing, problems))
            .orElse(null);
    return new Compilation(
        problems.all().stream().map(Compiler::issue).toList(), problems.any() ? null : machine);
  }

  /** What is built of a drawing that passed all checks. */
  private interface Redrawing {
    Optional<Drawing> of(Drawing drawing, Problems problems);
  }

  private @Nullable Machine machine(Graph graph, Redrawing redrawing, Problems problems) {
    Drawing drawing = new DrawingReader(vocabulary, problems).read(graph);
    List<Drawing> levels = drawing.levels();
    for (Check check : Check.all(resources)) {
      levels.forEach(level -> check.check(level, problems));
    }
    return problems.any()
        ? null
        : redrawing
            .of(drawing, problems)
            .flatMap(redrawn -> build(graph, drawing, redrawn, problems))
            .orElse(null);
  }

  /** A run that goes on from another is shown on the whole drawing: the map is of that. */
  private Optional<Machine> build(
      Graph graph, Drawing drawing, Drawing redrawn, Problems problems) {
    Flavour flavour = redrawn == drawing ? Flavour.of(drawing) : Flavour.ofResumed(redrawn);
    RunMap runMap = RunMaps.of(graph, drawing);
    return new Building(runMap, redrawn, flavour, problems).machine(resources);
  }

  /** Only the issues. */
  public List<Issue> check(JsonNode document) {
    return compile(document).issues();
  }

  private static Issue issue(Problem problem) {
    return new Issue(
        Issue.Severity.valueOf(problem.weight().name()),
        problem.rule(),
        problem.node(),
        problem.edge(),
        problem.field(),
        problem.column(),
        problem.message(),
        problem.hint());
  }
}
