package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Condition;
import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import dev.heddle.localstack.aws.stepfunctions.query.RefusedExpression;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import dev.heddle.localstack.aws.stepfunctions.query.Templates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSONata states: Arguments, Output, Assign, Items, Condition. */
final class JsonataDialect implements Dialect {
  private static final Template NOTHING = new Template.Literal(Json.nothing());

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
  public Flow flow(Source state, String type) {
    boolean works = type.equals("Task") || type.equals("Parallel");
    boolean results = works || type.equals("Map");
    Reserved reads = new Reserved(results, false);
    Template arguments = works ? reading(state, "Arguments", new Reserved(false, false)) : null;
    return new Flow.Jsonata(arguments, reading(state, "Output", reads), assign(state, reads));
  }

  @Override
  public Flow catching(Source catcher) {
    Reserved reads = new Reserved(false, true);
    return new Flow.Jsonata(null, reading(catcher, "Output", reads), assign(catcher, reads));
  }

  @Override
  public Condition condition(Source rule) {
    rule.require("Condition");
    Template condition = value(rule, "Condition", Expected.BOOLEAN);
    return new Condition.Of(condition == null ? NOTHING : condition);
  }

  @Override
  public Flow choosing(Source rule, Flow state) {
    Reserved reads = new Reserved(false, false);
    return new Flow.Jsonata(null, reading(rule, "Output", reads), assign(rule, reads));
  }

  @Override
  public @Nullable Template value(Source state, String field, Expected expected) {
    JsonNode value = state.get(field);
    if (value == null) {
      return null;
    }
    Template template = template(state, field, value, expected);
    if (template instanceof Template.Literal(JsonNode known) && !expected.accepts(known)) {
      state.problem("Expected value of type " + expected.title() + " or an expression", field);
    }
    new Reserved(false, false).check(state, field, template);
    return template;
  }

  @Override
  public @Nullable Template payload(Source state, String field) {
    return reading(state, field, new Reserved(false, false));
  }

  @Override
  public @Nullable Template items(Source state) {
    return value(state, "Items", Expected.ARRAY);
  }

  @Override
  public @Nullable Template selector(Source state) {
    return payload(state, "ItemSelector");
  }

  private static @Nullable Template reading(Source state, String field, Reserved reads) {
    JsonNode value = state.get(field);
    if (value == null) {
      return null;
    }
    Template template = template(state, field, value, Expected.ANY);
    reads.check(state, field, template);
    return template;
  }

  private static Map<String, Template> assign(Source state, Reserved reads) {
    Map<String, Template> variables = new LinkedHashMap<>();
    JsonNode assign = state.get("Assign");
    if (assign != null && !assign.isObject()) {
      state.problem("Expected value of type Object", "Assign");
    } else if (assign != null) {
      for (var field : assign.properties()) {
        String path = "Assign/" + field.getKey();
        Variables.checkName(state, field.getKey());
        Template value = template(state, path, field.getValue(), Expected.ANY);
        reads.check(state, path, value);
        variables.put(field.getKey(), value);
      }
    }
    return variables;
  }

  private static Template template(Source state, String path, JsonNode value, Expected expected) {
    try {
      return Templates.jsonata(value, path, expected);
    } catch (RefusedExpression e) {
      state.problem("Invalid JSONata expression: " + e.getMessage(), e.location());
      return NOTHING;
    }
  }
}
