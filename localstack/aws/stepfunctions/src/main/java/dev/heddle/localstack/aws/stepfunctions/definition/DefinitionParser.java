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
public final class DefinitionParser {
  private static final int LIMIT = 1_048_576;
  private static final int PROBLEMS = 100;
  private static final String OBJECT = "Definition must be a valid JSON object";

  /** The name of a state that stands alone. */
  private static final String ALONE = "StateName";

  private static final Set<String> FIELDS =
      Set.of("Comment", "StartAt", "States", "TimeoutSeconds", "Version", "QueryLanguage");

  private DefinitionParser() {}

  /**
   * What reading gave.
   *
   * @param machine null exactly when there are problems
   */
  public record ParsedDefinition(
      @Nullable MachineDefinition machine, List<DefinitionProblem> problems) {

    /** The machine of a definition that was accepted before. */
    public MachineDefinition accepted() {
      if (machine == null) {
        throw new IllegalStateException("The definition has problems: " + problems);
      }
      return machine;
    }
  }

  /** Reads a definition for Standard or Express machines. */
  public static ParsedDefinition parse(String text, boolean express) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      return refused(DefinitionProblem.SCHEMA, "The definition is larger than " + LIMIT + " bytes");
    }
    try {
      JsonNode node = Json.parse(text);
      return node instanceof ObjectNode object
          ? read(object, express)
          : refused(DefinitionProblem.SCHEMA, OBJECT);
    } catch (JacksonException e) {
      return new ParsedDefinition(null, List.of(DefinitionProblem.notJson(text, e)));
    }
  }

  /**
   * What reading a single state gave.
   *
   * @param branch starts at the state; null when there are problems, or no state of that name
   */
  public record ParsedState(@Nullable Branch branch, List<DefinitionProblem> problems) {}

  /** Reads one state of a machine by its name. */
  public static ParsedState state(String machine, String name) {
    ParsedDefinition parsedDefinition = parse(machine, false);
    return parsedDefinition.machine() == null
        ? new ParsedState(null, parsedDefinition.problems())
        : new ParsedState(parsedDefinition.machine().branchOf(name).orElse(null), List.of());
  }

  /** Reads a state that stands alone; where it leads need not be there. */
  public static ParsedState state(String text) {
    try {
      return Json.parse(text) instanceof ObjectNode object
          ? alone(object)
          : new ParsedState(null, refused(DefinitionProblem.SCHEMA, OBJECT).problems());
    } catch (JacksonException e) {
      return new ParsedState(null, List.of(DefinitionProblem.notJson(text, e)));
    }
  }

  private static ParsedState alone(ObjectNode node) {
    List<DefinitionProblem> problems = new ArrayList<>();
    QueryLanguage dialect =
        QueryLanguageResolver.ofMachine(new DefinitionObject(Json.object(), "", problems));
    DefinitionObject source = new DefinitionObject(node, "", problems);
    var branches = new BranchReader(false, new UniqueStateNames());
    StateDefinition state = new StateReader(branches, source, ALONE, dialect).read();
    if (state == null || !problems.isEmpty()) {
      return new ParsedState(null, List.copyOf(problems));
    }
    Branch branch = new Branch(ALONE, Map.of(ALONE, state));
    VariableRules.checkScopes(branch, problems);
    return new ParsedState(problems.isEmpty() ? branch : null, List.copyOf(problems));
  }

  private static ParsedDefinition refused(String code, String message) {
    return new ParsedDefinition(null, List.of(new DefinitionProblem(code, message, "")));
  }

  private static ParsedDefinition read(ObjectNode node, boolean express) {
    List<DefinitionProblem> problems = new ArrayList<>();
    DefinitionObject source = new DefinitionObject(node, "", problems);
    source.refuseUnknown(FIELDS);
    QueryLanguage dialect = QueryLanguageResolver.ofMachine(source);
    Branch top = new BranchReader(express, new UniqueStateNames()).read(source, dialect);
    double timeout = source.number("TimeoutSeconds", 0, 1);
    VariableRules.checkScopes(top, problems);
    if (!problems.isEmpty()) {
      return new ParsedDefinition(
          null, List.copyOf(problems.subList(0, Math.min(PROBLEMS, problems.size()))));
    }
    return new ParsedDefinition(
        new MachineDefinition(top, timeout == 0 ? null : (long) timeout), List.of());
  }
}
