package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what only a distributed Map has. */
record DistributionReader(Source source, Dialect dialect, boolean express) {
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
  private static final Template NOTHING = new Template.Literal(Json.object());
  private static final int LABEL = 40;

  Distribution read() {
    return new Distribution(
        express,
        label(),
        reader(),
        batcher(),
        writer(),
        dialect.value(source, "ToleratedFailureCount", Expected.NUMBER),
        dialect.value(source, "ToleratedFailurePercentage", Expected.NUMBER));
  }

  private @Nullable String label() {
    String label = source.string("Label");
    if (label != null && (label.isEmpty() || label.length() > LABEL)) {
      source.problem("A label must have 1 to " + LABEL + " characters", "Label");
    }
    return label;
  }

  private @Nullable Source part(String field) {
    JsonNode value = source.get(field);
    return value == null ? null : source.inner(value, field);
  }

  private Distribution.@Nullable Reader reader() {
    Source reader = part("ItemReader");
    if (reader == null) {
      return null;
    }
    JsonNode given = reader.get("ReaderConfig");
    Source config = reader.inner(given == null ? Json.object() : given, "ReaderConfig");
    String type = config.string("InputType");
    List<String> headers = config.strings("CSVHeaders");
    return new Distribution.Reader(
        resource(reader),
        arguments(reader),
        type == null ? "" : type,
        headers,
        delimiter(config),
        pointer(config),
        dialect.value(config, "MaxItems", Expected.NUMBER));
  }

  private static char delimiter(Source config) {
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

  private static @Nullable String pointer(Source config) {
    String pointer = config.string("ItemsPointer");
    if (pointer != null && !pointer.startsWith("/")) {
      config.problem("Value must be a JSON pointer", "ItemsPointer");
      return null;
    }
    return pointer;
  }

  private Distribution.@Nullable Batcher batcher() {
    Source batcher = part("ItemBatcher");
    return batcher == null
        ? null
        : new Distribution.Batcher(
            dialect.payload(batcher, "BatchInput"),
            dialect.value(batcher, "MaxItemsPerBatch", Expected.NUMBER),
            dialect.value(batcher, "MaxInputBytesPerBatch", Expected.NUMBER));
  }

  private Distribution.@Nullable Writer writer() {
    Source writer = part("ResultWriter");
    return writer == null || !writer.has("Resource")
        ? null
        : new Distribution.Writer(resource(writer), arguments(writer));
  }

  private Template arguments(Source part) {
    Template arguments = dialect.payload(part, part.has("Parameters") ? "Parameters" : "Arguments");
    return arguments == null ? NOTHING : arguments;
  }

  private static Resource resource(Source part) {
    part.require("Resource");
    String arn = part.string("Resource");
    try {
      return Resource.of(arn == null ? "" : arn);
    } catch (IllegalArgumentException e) {
      part.problem(String.valueOf(e.getMessage()), "Resource");
      return new Resource.Function("");
    }
  }
}
