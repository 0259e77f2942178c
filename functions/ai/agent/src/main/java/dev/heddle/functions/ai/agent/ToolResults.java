package dev.heddle.functions.ai.agent;

import dev.heddle.events.ToolCallEnd;
import dev.heddle.functions.spec.agent.ConversationTurn;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tool results told to the model: each call it requested gets one, whatever became of it. */
final class ToolResults {
  /** A conversation is sent again with each turn, so results are short in it. */
  static final int MOST = 8_000;

  private static final String NO_RESULT = "The tool returned no result.";
  private static final String MESSAGE = "{\"errorMessage\":\"";
  private static final String AFTER_MESSAGE = "\",\"errorType\"";

  private ToolResults() {}

  static List<ConversationTurn.ToolResult> of(
      ConversationTurn turn, List<ToolExecution> calls, List<ToolCallEnd> ended) {
    Map<String, ToolExecution> known =
        calls.stream().collect(Collectors.toMap(ToolExecution::id, Function.identity()));
    Map<String, ToolCallEnd> ends =
        ended.stream().collect(Collectors.toMap(ToolCallEnd::id, Function.identity(), (a, _) -> a));
    List<ConversationTurn.ToolResult> results = new ArrayList<>();
    for (int i = 0; i < turn.requestedCalls().size(); i++) {
      String id = ToolCalls.id(i);
      results.add(
          new ConversationTurn.ToolResult(
              turn.requestedCalls().get(i).id(), text(known.get(id), ends.get(id))));
    }
    return results;
  }

  private static String text(@Nullable ToolExecution call, @Nullable ToolCallEnd end) {
    JsonNode result = call == null ? null : call.result();
    if (result != null) {
      return TextTruncation.truncate(
          result.isString() ? result.stringValue() : result.toString(), MOST);
    }
    return error(end == null ? NO_RESULT : sentence(end)).toString();
  }

  private static String sentence(ToolCallEnd end) {
    return switch (end) {
      case ToolCallEnd.Done _ -> NO_RESULT;
      case ToolCallEnd.Rejected rejected -> rejection(rejected);
      case ToolCallEnd.Expired _ -> "Nobody approved the call in time, so it wasn't made.";
      case ToolCallEnd.Failed failed -> "The call failed: " + failure(failed);
    };
  }

  private static String rejection(ToolCallEnd.Rejected rejected) {
    String by = rejected.by() == null ? "a person" : rejected.by();
    String reason = rejected.reason();
    return "The call was rejected by "
        + by
        + ", so it wasn't made."
        + (reason == null || reason.isBlank() ? "" : " Reason: " + reason);
  }

  private static String failure(ToolCallEnd.Failed failed) {
    String name = failed.error() == null ? "" : failed.error() + ". ";
    return name + (failed.message() == null ? "" : message(failed.message()));
  }

  /** A function's error is JSON, of which the state may have kept only the beginning. */
  private static String message(String cause) {
    if (!cause.startsWith(MESSAGE)) {
      return cause;
    }
    int end = cause.indexOf(AFTER_MESSAGE);
    return cause.substring(MESSAGE.length(), end < 0 ? cause.length() : end).replace("\\\"", "\"");
  }

  /** An error as a result. */
  static JsonNode error(String sentence) {
    return WireJson.MAPPER.createObjectNode().put("error", sentence);
  }
}
