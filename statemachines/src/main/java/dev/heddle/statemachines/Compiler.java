package dev.heddle.statemachines;

import dev.heddle.statemachines.checks.Check;
import dev.heddle.statemachines.checks.Flavour;
import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.DrawingReader;
import dev.heddle.statemachines.graph.Graph;
import dev.heddle.statemachines.graph.GraphReader;
import dev.heddle.statemachines.report.Problem;
import dev.heddle.statemachines.report.Problems;
import dev.heddle.statemachines.vocabulary.Resources;
import dev.heddle.statemachines.vocabulary.Vocabulary;
import java.util.List;
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
    Problems problems = new Problems();
    Machine machine =
        new GraphReader(problems)
            .read(document)
            .map(graph -> machine(graph, problems))
            .orElse(null);
    return new Compilation(
        problems.all().stream().map(Compiler::issue).toList(), problems.any() ? null : machine);
  }

  private @Nullable Machine machine(Graph graph, Problems problems) {
    Drawing drawing = new DrawingReader(vocabulary, problems).read(graph);
    List<Drawing> levels = drawing.levels();
    for (Check check : Check.all(resources)) {
      levels.forEach(level -> check.check(level, problems));
    }
    return problems.any()
        ? null
        : new Building(graph.name(), drawing, Flavour.of(drawing), problems)
            .machine(resources)
            .orElse(null);
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
