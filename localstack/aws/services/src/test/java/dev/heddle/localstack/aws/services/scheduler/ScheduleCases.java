package dev.heddle.localstack.aws.services.scheduler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of schedule expressions, which is read by path from outside this module too. */
final class ScheduleCases {
  private static final JsonNode TABLE = table();

  private ScheduleCases() {}

  /** An expression with its first times after an instant. */
  record Accepted(
      String expression, String zone, Instant anchor, Instant after, List<Instant> next) {

    private static Accepted of(String expression, JsonNode row) {
      return new Accepted(
          expression,
          row.path("zone").asString("UTC"),
          Instant.parse(row.path("anchor").asString("2026-03-01T10:00:30Z")),
          Instant.parse(row.path("after").asString()),
          row.path("next").valueStream().map(JsonNode::asString).map(Instant::parse).toList());
    }
  }

  static Stream<Accepted> accepted() {
    return Stream.concat(
        rows("accepted").map(row -> Accepted.of(cron(row), row)),
        rows("whole")
            .filter(row -> !row.has("refused"))
            .map(row -> Accepted.of(expression(row), row)));
  }

  static Stream<String> refused() {
    return Stream.concat(
        rows("refused").map(ScheduleCases::cron),
        rows("whole").filter(row -> row.has("refused")).map(ScheduleCases::expression));
  }

  private static Stream<JsonNode> rows(String list) {
    return TABLE.required(list).valueStream();
  }

  private static String cron(JsonNode row) {
    return "cron(" + expression(row) + ")";
  }

  private static String expression(JsonNode row) {
    return row.required("expression").asString();
  }

  private static JsonNode table() {
    try (InputStream in =
        Optional.ofNullable(ScheduleCases.class.getResourceAsStream("schedule-expressions.json"))
            .orElseThrow()) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
