package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Keys and tokens are stored as secrets, never written into a drawing. */
final class SecretsStayOut implements Check {
  private static final Pattern KEY =
      Pattern.compile(
          "(?s).*(\\bsk-[A-Za-z0-9_-]{16,}|\\bAKIA[A-Z0-9]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{20,}"
              + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\bAIza[A-Za-z0-9_-]{30,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY-----).*");
  private static final int LONGEST = 20_000;

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      check(step.config(), Place.node(step.id()), problems);
    }
  }

  private static void check(Value value, Place place, Problems problems) {
    switch (value) {
      case Value.Literal literal -> check(literal.json(), place, problems);
      case Value.Code _ -> {}
      case Value.Fields fields -> {
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
          check(field.getValue(), place.field(field.getKey()), problems);
        }
      }
      case Value.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          check(items.items().get(i), place.item(i), problems);
        }
      }
    }
  }

  private static void check(JsonNode json, Place place, Problems problems) {
    if (json.isString()
        && json.stringValue().length() < LONGEST
        && KEY.matcher(json.stringValue()).matches()) {
      String hint =
          "Store it as a secret and name the secret; replace the key, as it may be known.";
      problems.error("secrets-stay-out", place, "This looks like a key or a token", hint);
    }
  }
}
