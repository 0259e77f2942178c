package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.JsonSchema.ParseResult;
import dev.heddle.functions.spec.model.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent's tools by name, each with the schema its arguments must fit. */
final class ToolRegistry {
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Map<String, JsonSchema> schemas = new LinkedHashMap<>();

  ToolRegistry(List<Tool> all) {
    for (Tool tool : all) {
      if (tools.put(tool.name(), tool) != null) {
        throw new BadConfig("tools: the name “" + tool.name() + "” is used twice.");
      }
      schemas.put(
          tool.name(), JsonSchema.of("tools." + tool.name() + ".parameters", tool.parameters()));
    }
  }

  Optional<Tool> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  /** The arguments of a call, or what is wrong with it in words for the model. */
  ParseResult read(String name, String arguments) {
    JsonSchema schema = schemas.get(name);
    if (schema == null) {
      String known = tools.isEmpty() ? "none" : String.join(", ", tools.keySet());
      return new ParseResult(
          Optional.empty(), "There is no such tool. Available tools: " + known + ".");
    }
    return schema.read(arguments.isBlank() ? "{}" : arguments);
  }

  /** What the model is told of them. */
  List<ToolDefinition> definitions() {
    return tools.values().stream()
        .map(
            tool -> new ToolDefinition(tool.name(), tool.description(), schema(tool.name()).json()))
        .toList();
  }

  private JsonSchema schema(String name) {
    return java.util.Objects.requireNonNull(schemas.get(name));
  }
}
