package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentTurnCall.CallEnd;
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

/** What the model is told of the calls it wanted: each gets an answer, whatever became of it. */
final class ToolResults {
  /** A conversation is sent again with each turn, so results are short in it. */
  static final int MOST = 8_000;

  private static final String MESSAGE = "{\"errorMessage\":\"";
  private static final String AFTER_MESSAGE = "\",\"errorType\"";

  private ToolResults() {}

  static List<ConversationTurn.ToolResult> of(
      ConversationTurn turn, List<ToolExecution> calls, List<CallEnd> ended) {
    Map<String, ToolExecution> known =
        calls.stream().collect(Collectors.toMap(ToolExecution::id, Function.identity()));
    Map<String, CallEnd> ends =
        ended.stream().collect(Collectors.toMap(CallEnd::id, Function.identity(), (a, _) -> a));
    List<ConversationTurn.ToolResult> told = new ArrayList<>();
    for (int i = 0; i < turn.wanted().size(); i++) {
      String id = ToolCalls.id(i);
      told.add(
          new ConversationTurn.ToolResult(
              turn.wanted().get(i).id(), text(known.get(id), ends.get(id))));
    }
    return told;
  }

  private static String text(@Nullable ToolExecution call, @Nullable CallEnd end) {
    JsonNode result = call == null ? null : call.result();
    if (result != null) {
      return TextTruncation.truncate(
          result.isString() ? result.stringValue() : result.toString(), MOST);
    }
    return error(end == null ? "The tool returned no result." : sentence(end)).toString();
  }

  private static String sentence(CallEnd end) {
    return switch (end.how()) {
      case "rejected" -> rejected(end);
      case "expired" -> "Nobody approved the call in time, so it wasn't made.";
      case "failed" -> "The call failed: " + failure(end);
      default -> "The tool returned no result.";
    };
  }

  private static String rejected(CallEnd end) {
    String who = end.who() == null ? "a person" : end.who();
    String why = end.why() == null || end.why().isBlank() ? "" : " Reason: " + end.why();
    return "The call was rejected by " + who + ", so it wasn't made." + why;
  }

  private static String failure(CallEnd end) {
    String name = end.who() == null ? "" : end.who() + ". ";
    return name + (end.why() == null ? "" : message(end.why()));
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
