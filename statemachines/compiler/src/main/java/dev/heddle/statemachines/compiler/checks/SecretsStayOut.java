package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Hard-coded credentials: keys and tokens are stored as secrets, never written into a drawing. */
final class SecretsStayOut implements DrawingCheck {
  private static final Pattern KEY =
      Pattern.compile(
          "(?s).*(\\bsk-[A-Za-z0-9_-]{16,}|\\bAKIA[A-Z0-9]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\bAIza[A-Za-z0-9_-]{30,}|-----BEGIN [A-Z ]*PRIVATE KEY-----).*");
  private static final int LONGEST = 20_000;

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      check(step.config(), SourceLocation.node(step.id()), problems);
    }
  }

  private static void check(DynamicValue value, SourceLocation place, Diagnostics problems) {
    switch (value) {
      case DynamicValue.Literal literal -> check(literal.json(), place, problems);
      case DynamicValue.Code _ -> {}
      case DynamicValue.Fields fields -> {
        for (Map.Entry<String, DynamicValue> field : fields.fields().entrySet()) {
          check(field.getValue(), place.field(field.getKey()), problems);
        }
      }
      case DynamicValue.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          check(items.items().get(i), place.item(i), problems);
        }
      }
    }
  }

  private static void check(JsonNode json, SourceLocation place, Diagnostics problems) {
    if (json.isString()
        && json.stringValue().length() < LONGEST
        && KEY.matcher(json.stringValue()).matches()) {
      String hint =
          "Store it as a secret and use the secret instead. Replace the key, because others may have seen it.";
      problems.error("secrets-stay-out", place, "This looks like a key or a token", hint);
    }
  }
}
