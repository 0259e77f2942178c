package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a definition's text: a machine, or all that is wrong with it. */
public final class Definitions {
  private static final int LIMIT = 1_048_576;
  private static final int PROBLEMS = 100;
  private static final String OBJECT = "Definition must be a valid JSON object";

  /** The name of a state that stands alone. */
  private static final String ALONE = "StateName";

  private static final Set<String> FIELDS =
      Set.of("Comment", "StartAt", "States", "TimeoutSeconds", "Version", "QueryLanguage");

  private Definitions() {}

  /**
   * What reading gave.
   *
   * @param machine null exactly when there are problems
   */
  public record Parsed(@Nullable Machine machine, List<Problem> problems) {

    /** The machine of a definition that was accepted before. */
    public Machine accepted() {
      if (machine == null) {
        throw new IllegalStateException("The definition has problems: " + problems);
      }
      return machine;
    }
  }

  /** Reads a definition for Standard or Express machines. */
  public static Parsed parse(String text, boolean express) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      return refused(Problem.SCHEMA, "The definition is larger than " + LIMIT + " bytes");
    }
    try {
      JsonNode node = Json.parse(text);
      return node instanceof ObjectNode object
          ? read(object, express)
          : refused(Problem.SCHEMA, OBJECT);
    } catch (JacksonException e) {
      return new Parsed(null, List.of(Problem.notJson(text, e)));
    }
  }

  /**
   * What reading a single state gave.
   *
   * @param branch starts at the state; null when there are problems, or no state of that name
   */
  public record Single(@Nullable Branch branch, List<Problem> problems) {}

  /** Reads one state of a machine by its name. */
  public static Single state(String machine, String name) {
    Parsed parsed = parse(machine, false);
    return parsed.machine() == null
        ? new Single(null, parsed.problems())
        : new Single(parsed.machine().branchOf(name).orElse(null), List.of());
  }

  /** Reads a state that stands alone; where it leads need not be there. */
  public static Single state(String text) {
    try {
      return Json.parse(text) instanceof ObjectNode object
          ? alone(object)
          : new Single(null, refused(Problem.SCHEMA, OBJECT).problems());
    } catch (JacksonException e) {
      return new Single(null, List.of(Problem.notJson(text, e)));
    }
  }

  private static Single alone(ObjectNode node) {
    List<Problem> problems = new ArrayList<>();
    Dialect dialect = Dialects.ofMachine(new Source(Json.object(), "", problems));
    Source source = new Source(node, "", problems);
    var branches = new BranchReader(false, new Names());
    State state = new StateReader(branches, source, ALONE, dialect).read();
    if (state == null || !problems.isEmpty()) {
      return new Single(null, List.copyOf(problems));
    }
    Branch branch = new Branch(ALONE, Map.of(ALONE, state));
    Variables.checkScopes(branch, problems);
    return new Single(problems.isEmpty() ? branch : null, List.copyOf(problems));
  }

  private static Parsed refused(String code, String message) {
    return new Parsed(null, List.of(new Problem(code, message, "")));
  }

  private static Parsed read(ObjectNode node, boolean express) {
    List<Problem> problems = new ArrayList<>();
    Source source = new Source(node, "", problems);
    source.refuseUnknown(FIELDS);
    Dialect dialect = Dialects.ofMachine(source);
    Branch top = new BranchReader(express, new Names()).read(source, dialect);
    double timeout = source.number("TimeoutSeconds", 0, 1);
    Variables.checkScopes(top, problems);
    if (!problems.isEmpty()) {
      return new Parsed(
          null, List.copyOf(problems.subList(0, Math.min(PROBLEMS, problems.size()))));
    }
    return new Parsed(new Machine(top, timeout == 0 ? null : (long) timeout), List.of());
  }
}
