package dev.heddle.localstack.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.host.demo.DemoModel.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the demo model and takes its answers apart. */
final class Ask {
  static final DemoModel MODEL =
      new DemoModel(InstantSource.fixed(Instant.ofEpochSecond(1_795_165_800)));

  private Ask() {}

  static JsonNode json(String text) {
    return DemoSchemas.JSON.readTree(text.replace('\'', '"'));
  }

  /** A question with this text and nothing else. */
  static ObjectNode question(String system, String user) {
    ObjectNode body = DemoSchemas.JSON.createObjectNode().put("model", "demo");
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", system);
    messages.addObject().put("role", "user").put("content", user);
    return body;
  }

  static JsonNode completion(JsonNode question) {
    Reply reply =
        MODEL.answer(
            "POST", "/chat/completions", question.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(reply).isInstanceOf(Reply.Json.class);
    Reply.Json answer = (Reply.Json) reply;
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  static List<String> events(JsonNode question) {
    Reply reply =
        MODEL.answer(
            "POST", "/chat/completions", question.toString().getBytes(StandardCharsets.UTF_8));
    return ((Reply.Events) reply).data();
  }

  static String content(JsonNode question) {
    return completion(question).at("/choices/0/message/content").asString("");
  }

  /** The text read by this schema, written with single quotes. */
  static JsonNode filled(String schema, String text) {
    return filled(json(schema), "", text);
  }

  static JsonNode filled(JsonNode schema, String system, String text) {
    ObjectNode question = question(system, text);
    ObjectNode format = question.putObject("response_format").put("type", "json_schema");
    format.putObject("json_schema").put("name", "answer").set("schema", schema);
    return DemoSchemas.JSON.readTree(content(question));
  }
}
