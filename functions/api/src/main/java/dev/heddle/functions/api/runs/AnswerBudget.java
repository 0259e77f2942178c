package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.Preview;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps a whole report below what a Lambda function may return (6 MB). */
final class AnswerBudget {
  private static final int WHOLE = 3_000_000;
  private int left = WHOLE;

  NodeAnswer within(NodeAnswer node) {
    return new NodeAnswer(
        node.node(),
        node.path(),
        node.iterations(),
        node.status(),
        node.port(),
        node.attempts(),
        node.startedAt(),
        node.endedAt(),
        node.durationMs(),
        spend(node.input()),
        spend(node.sent()),
        spend(node.output()),
        node.error(),
        node.cause(),
        node.usage());
  }

  private @Nullable JsonNode spend(@Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    JsonNode kept = Preview.cut(value, Math.min(left, Preview.LONGEST));
    left = Math.max(left - kept.toString().length(), 0);
    return kept;
  }
}
