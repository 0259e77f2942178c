package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what only a distributed Map has. */
record DistributedMapReader(DefinitionObject source, QueryLanguage dialect, boolean express) {
  static final Set<String> FIELDS =
      Set.of(
          "Label",
          "ItemReader",
          "ItemBatcher",
          "ResultWriter",
          "ToleratedFailureCount",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentage",
          "ToleratedFailurePercentagePath");
  private static final ValueTemplate NOTHING = new ValueTemplate.Literal(Json.object());
  private static final int LABEL = 40;

  DistributedMap read() {
    return new DistributedMap(
        express,
        label(),
        reader(),
        batcher(),
        writer(),
        dialect.value(source, "ToleratedFailureCount", ExpectedType.NUMBER),
        dialect.value(source, "ToleratedFailurePercentage", ExpectedType.NUMBER));
  }

  private @Nullable String label() {
    String label = source.string("Label");
    if (label != null && (label.isEmpty() || label.length() > LABEL)) {
      source.problem("A label must have 1 to " + LABEL + " characters", "Label");
    }
    return label;
  }

  private @Nullable DefinitionObject part(String field) {
    JsonNode value = source.get(field);
    return value == null ? null : source.inner(value, field);
  }

  private DistributedMap.@Nullable ItemReader reader() {
    DefinitionObject reader = part("ItemReader");
    if (reader == null) {
      return null;
    }
    JsonNode given = reader.get("ReaderConfig");
    DefinitionObject config = reader.inner(given == null ? Json.object() : given, "ReaderConfig");
    String type = config.string("InputType");
    List<String> headers = config.strings("CSVHeaders");
    return new DistributedMap.ItemReader(
        resource(reader),
        arguments(reader),
        type == null ? "" : type,
        headers,
        delimiter(config),
        pointer(config),
        dialect.value(config, "MaxItems", ExpectedType.NUMBER));
  }

  private static char delimiter(DefinitionObject config) {
    String name = config.string("CSVDelimiter");
    return switch (name == null ? "COMMA" : name) {
      case "COMMA" -> ',';
      case "PIPE" -> '|';
      case "SEMICOLON" -> ';';
      case "SPACE" -> ' ';
      case "TAB" -> '\t';
      default -> {
        config.problem("Value must be one of [COMMA, PIPE, SEMICOLON, SPACE, TAB]", "CSVDelimiter");
        yield ',';
      }
    };
  }

  private static @Nullable String pointer(DefinitionObject config) {
    String pointer = config.string("ItemsPointer");
    if (pointer != null && !pointer.startsWith("/")) {
      config.problem("Value must be a JSON pointer", "ItemsPointer");
      return null;
    }
    return pointer;
  }

  private DistributedMap.@Nullable ItemBatcher batcher() {
    DefinitionObject batcher = part("ItemBatcher");
    return batcher == null
        ? null
        : new DistributedMap.ItemBatcher(
            dialect.payload(batcher, "BatchInput"),
            dialect.value(batcher, "MaxItemsPerBatch", ExpectedType.NUMBER),
            dialect.value(batcher, "MaxInputBytesPerBatch", ExpectedType.NUMBER));
  }

  private DistributedMap.@Nullable ResultWriter writer() {
    DefinitionObject writer = part("ResultWriter");
    return writer == null || !writer.has("Resource")
        ? null
        : new DistributedMap.ResultWriter(resource(writer), arguments(writer));
  }

  private ValueTemplate arguments(DefinitionObject part) {
    ValueTemplate arguments =
        dialect.payload(part, part.has("Parameters") ? "Parameters" : "Arguments");
    return arguments == null ? NOTHING : arguments;
  }

  private static TaskResource resource(DefinitionObject part) {
    part.require("Resource");
    String arn = part.string("Resource");
    try {
      return TaskResource.of(arn == null ? "" : arn);
    } catch (IllegalArgumentException e) {
      part.problem(String.valueOf(e.getMessage()), "Resource");
      return new TaskResource.Function("");
    }
  }
}
