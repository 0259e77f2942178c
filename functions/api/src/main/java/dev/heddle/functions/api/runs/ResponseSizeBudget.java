package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.ValuePreview;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps a whole report below what a Lambda function may return (6 MB). */
final class ResponseSizeBudget {
  private static final int WHOLE = 3_000_000;
  private int left = WHOLE;

  NodeRunDetails within(NodeRunDetails node) {
    return new NodeRunDetails(
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
    JsonNode preview = ValuePreview.cut(value, Math.min(left, ValuePreview.LONGEST));
    left = Math.max(left - preview.toString().length(), 0);
    return preview;
  }
}
