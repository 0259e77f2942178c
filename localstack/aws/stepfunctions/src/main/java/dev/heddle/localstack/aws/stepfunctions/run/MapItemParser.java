package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the items out of what a distributed Map's reader fetched. */
final class MapItemParser {
  private MapItemParser() {}

  /** The items of a fetched text, or of a listing, which is a list already. */
  static ArrayNode items(
      DistributedMap.ItemReader reader, EvaluationContext data, JsonNode fetched) {
    try {
      return limited(reader, data, all(reader, fetched));
    } catch (JacksonException e) {
      throw failed("The object is not " + reader.type() + ": " + e.getOriginalMessage());
    }
  }

  private static ArrayNode all(DistributedMap.ItemReader reader, JsonNode fetched) {
    if (fetched instanceof ArrayNode listing) {
      return listing;
    }
    String text = fetched.asString("");
    return switch (reader.type()) {
      case "JSON" -> {
        if (pointed(reader, Json.parse(text)) instanceof ArrayNode array) {
          yield array;
        }
        throw failed("The object must hold a JSON array");
      }
      case "JSONL" -> {
        ArrayNode items = Json.array();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> items.add(Json.parse(line)));
        yield items;
      }
      case "CSV" -> csv(reader, text);
      default -> throw failed("The input type '" + reader.type() + "' cannot be read");
    };
  }

  private static JsonNode pointed(DistributedMap.ItemReader reader, JsonNode value) {
    return reader.pointer() == null ? value : value.at(reader.pointer());
  }

  private static ArrayNode csv(DistributedMap.ItemReader reader, String text) {
    List<List<String>> rows = CsvParser.rows(text, reader.delimiter());
    List<String> headers = new ArrayList<>(reader.headers());
    if (headers.isEmpty() && !rows.isEmpty()) {
      headers.addAll(rows.removeFirst());
    }
    ArrayNode items = Json.array();
    for (List<String> row : rows) {
      ObjectNode item = items.addObject();
      for (int i = 0; i < headers.size(); i++) {
        item.put(headers.get(i), i < row.size() ? row.get(i) : "");
      }
    }
    return items;
  }

  private static ArrayNode limited(
      DistributedMap.ItemReader reader, EvaluationContext data, ArrayNode items) {
    if (reader.maxItems() == null) {
      return items;
    }
    long most = reader.maxItems().evaluate(data).asLong(0);
    ArrayNode limited = Json.array();
    for (int i = 0; i < items.size() && (most <= 0 || i < most); i++) {
      limited.add(items.get(i));
    }
    return limited;
  }

  private static StateFault failed(String why) {
    return StateFault.of("States.ItemReaderFailed", why);
  }
}
