package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.TemplateReader;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSONata states: Arguments, Output, Assign, Items, Condition. */
final class JsonataLanguage implements QueryLanguage {
  private static final ValueTemplate NOTHING = new ValueTemplate.Literal(Json.nothing());

  @Override
  public String title() {
    return "JSONata";
  }

  @Override
  public Set<String> fields(String type) {
    return switch (type) {
      case "Task", "Parallel" -> Set.of("Arguments", "Output", "Assign");
      case "Map" -> Set.of("Items", "ItemSelector", "Output", "Assign");
      case "Fail" -> Set.of();
      case "Succeed" -> Set.of("Output");
      default -> Set.of("Output", "Assign");
    };
  }

  @Override
  public DataFlow flow(DefinitionObject state, String type) {
    boolean works = type.equals("Task") || type.equals("Parallel");
    boolean results = works || type.equals("Map");
    ReservedVariable reads = results ? ReservedVariable.RESULT : ReservedVariable.NONE;
    ValueTemplate arguments = works ? reading(state, "Arguments", ReservedVariable.NONE) : null;
    return new DataFlow.Jsonata(arguments, reading(state, "Output", reads), assign(state, reads));
  }

  @Override
  public DataFlow catching(DefinitionObject catcher) {
    ReservedVariable reads = ReservedVariable.ERROR_OUTPUT;
    return new DataFlow.Jsonata(null, reading(catcher, "Output", reads), assign(catcher, reads));
  }

  @Override
  public ChoiceCondition condition(DefinitionObject rule) {
    rule.require("Condition");
    ValueTemplate condition = value(rule, "Condition", ExpectedType.BOOLEAN);
    return new ChoiceCondition.BooleanTemplate(condition == null ? NOTHING : condition);
  }

  @Override
  public DataFlow choosing(DefinitionObject rule, DataFlow state) {
    ReservedVariable reads = ReservedVariable.NONE;
    return new DataFlow.Jsonata(null, reading(rule, "Output", reads), assign(rule, reads));
  }

  @Override
  public @Nullable ValueTemplate value(
      DefinitionObject state, String field, ExpectedType expected) {
    JsonNode value = state.get(field);
    if (value == null) {
      return null;
    }
    ValueTemplate template = template(state, field, value, expected);
    if (template instanceof ValueTemplate.Literal(JsonNode known) && !expected.accepts(known)) {
      state.problem("Expected value of type " + expected.title() + " or an expression", field);
    }
    ReservedVariable.NONE.check(state, field, template);
    return template;
  }

  @Override
  public @Nullable ValueTemplate payload(DefinitionObject state, String field) {
    return reading(state, field, ReservedVariable.NONE);
  }

  @Override
  public @Nullable ValueTemplate items(DefinitionObject state) {
    return value(state, "Items", ExpectedType.ARRAY);
  }

  @Override
  public @Nullable ValueTemplate selector(DefinitionObject state) {
    return payload(state, "ItemSelector");
  }

  private static @Nullable ValueTemplate reading(
      DefinitionObject state, String field, ReservedVariable reads) {
    JsonNode value = state.get(field);
    if (value == null) {
      return null;
    }
    ValueTemplate template = template(state, field, value, ExpectedType.ANY);
    reads.check(state, field, template);
    return template;
  }

  private static Map<String, ValueTemplate> assign(DefinitionObject state, ReservedVariable reads) {
    Map<String, ValueTemplate> variables = new LinkedHashMap<>();
    JsonNode assign = state.get("Assign");
    if (assign != null && !assign.isObject()) {
      state.problem("Expected value of type Object", "Assign");
    } else if (assign != null) {
      for (var field : assign.properties()) {
        String path = "Assign/" + field.getKey();
        VariableRules.checkName(state, field.getKey());
        ValueTemplate value = template(state, path, field.getValue(), ExpectedType.ANY);
        reads.check(state, path, value);
        variables.put(field.getKey(), value);
      }
    }
    return variables;
  }

  private static ValueTemplate template(
      DefinitionObject state, String path, JsonNode value, ExpectedType expected) {
    try {
      return TemplateReader.jsonata(value, path, expected);
    } catch (InvalidExpression e) {
      state.problem("Invalid JSONata expression: " + e.getMessage(), e.location());
      return NOTHING;
    }
  }
}
