package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Resources;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.StringNode;

/** Which function a step calls: its type's own, or the one of the model provider it chooses. */
final class FunctionNames {
  private FunctionNames() {}

  static Value of(Step step, Resources resources) {
    boolean byProvider = step.wiring() instanceof Wiring.Call(boolean several) && several;
    Value provider = byProvider ? step.value(Wiring.Call.PROVIDER) : null;
    return switch (provider) {
      case null -> text(resources.function(step.type()));
      case Value.Literal word -> text(resources.function(step.type(), word.json().asString("")));
      case Value.Code code -> lookUp(functions(step.type(), resources), code);
      case Value.Fields _, Value.Items _ -> throw new IllegalArgumentException("not a word");
    };
  }

  /** A table rather than a name put together: a run can choose no function but these. */
  private static Value lookUp(Map<String, Value> functions, Value.Code provider) {
    return new CodeText()
        .text("$lookup(")
        .code(ValueCode.of(new Value.Fields(functions)))
        .text(", ")
        .code(provider)
        .text(")")
        .done();
  }

  private static Map<String, Value> functions(NodeType type, Resources resources) {
    Map<String, Value> functions = new LinkedHashMap<>();
    for (String provider : providers(type)) {
      functions.put(provider, text(resources.function(type, provider)));
    }
    return functions;
  }

  private static List<String> providers(NodeType type) {
    return type.config().fields().stream()
        .filter(field -> field.name().equals(Wiring.Call.PROVIDER))
        .map(Shape.Field::shape)
        .filter(Shape.Choice.class::isInstance)
        .flatMap(choice -> ((Shape.Choice) choice).options().stream())
        .map(Shape.Choice.Option::value)
        .toList();
  }

  private static Value text(String text) {
    return new Value.Literal(StringNode.valueOf(text));
  }
}
