package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.StringNode;

/** Which function a step calls: its type's own, or the one of the model provider it chooses. */
final class TaskFunctionName {
  private TaskFunctionName() {}

  static DynamicValue of(DrawingStep step, ResourceNames resources) {
    boolean byProvider = step.wiring() instanceof NodeWiring.Call(boolean several) && several;
    DynamicValue provider = byProvider ? step.value(NodeWiring.Call.PROVIDER) : null;
    return switch (provider) {
      case null -> text(resources.function(step.type()));
      case DynamicValue.Literal word ->
          text(resources.function(step.type(), word.json().asString("")));
      case DynamicValue.Code code -> lookUp(functions(step.type(), resources), code);
      case DynamicValue.Fields _, DynamicValue.Items _ ->
          throw new IllegalArgumentException("not a word");
    };
  }

  /** A table rather than a name put together: a run can choose no function but these. */
  private static DynamicValue lookUp(
      Map<String, DynamicValue> functions, DynamicValue.Code provider) {
    return new JsonataBuilder()
        .text("$lookup(")
        .code(ValueCode.of(new DynamicValue.Fields(functions)))
        .text(", ")
        .code(provider)
        .text(")")
        .build();
  }

  private static Map<String, DynamicValue> functions(NodeType type, ResourceNames resources) {
    Map<String, DynamicValue> functions = new LinkedHashMap<>();
    for (String provider : providers(type)) {
      functions.put(provider, text(resources.function(type, provider)));
    }
    return functions;
  }

  private static List<String> providers(NodeType type) {
    return type.config().fields().stream()
        .filter(field -> field.name().equals(NodeWiring.Call.PROVIDER))
        .map(Shape.Field::shape)
        .filter(Shape.Choice.class::isInstance)
        .flatMap(choice -> ((Shape.Choice) choice).options().stream())
        .map(Shape.Choice.Option::value)
        .toList();
  }

  private static DynamicValue text(String text) {
    return new DynamicValue.Literal(StringNode.valueOf(text));
  }
}
