package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** All stories, by topic. */
final class StoryShelf {
  private static final List<String> TOPICS =
      List.of(
          "pass",
          "paths",
          "intrinsics",
          "jsonata",
          "variables",
          "choice",
          "wait",
          "task",
          "callback",
          "retry",
          "catch",
          "parallel",
          "map",
          "distributed",
          "nested",
          "services",
          "ends",
          "limits",
          "redrive");

  /** Stories write the beginnings of ARNs as words in angle brackets. */
  private static final Map<String, String> ARNS =
      Map.of(
          "<lambda>", "arn:aws:lambda:us-east-1:000000000000:function:",
          "<invoke>", "arn:aws:states:::lambda:invoke",
          "<task>", "arn:aws:states:::",
          "<states>", "arn:aws:states:us-east-1:000000000000:");

  private StoryShelf() {}

  static Stream<MachineStory> all() {
    return TOPICS.stream().flatMap(StoryShelf::of);
  }

  private static Stream<MachineStory> of(String topic) {
    return read(topic).properties().stream()
        .map(story -> new MachineStory(topic, story.getKey(), (ObjectNode) story.getValue()));
  }

  private static ObjectNode read(String topic) {
    String resource = "/stories/" + topic + ".json";
    try (InputStream in =
        Objects.requireNonNull(StoryShelf.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (var name : ARNS.entrySet()) {
        text = text.replace(name.getKey(), name.getValue());
      }
      return (ObjectNode) Json.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
