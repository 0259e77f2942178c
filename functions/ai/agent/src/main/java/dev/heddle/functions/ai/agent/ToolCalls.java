package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.ai.model.JsonSchema.ParseResult;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The calls a model wants, checked: what doesn't name a tool or fit its schema is never called but
 * answered with what is wrong.
 *
 * @param requested as the model is shown them again
 * @param calls as they are kept
 * @param allowed those to be made
 */
record ToolCalls(
    List<ToolCall> requested,
    List<ToolExecution> calls,
    List<AgentTurnReply.RequestedCall> allowed) {
  /** At once; what is beyond is left out, and the model may ask for it again. */
  static final int MOST = 16;

  private static final int LONGEST_ARGUMENTS = 32_000;
  private static final int LONGEST_NAME = 64;

  /** The id of a turn's call, by its place. */
  static String id(int place) {
    return "c" + place;
  }

  static ToolCalls of(int turn, List<ToolCall> asked, ToolRegistry tools) {
    ToolCalls toolCalls = new ToolCalls(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < Math.min(asked.size(), MOST); i++) {
      toolCalls.add(turn, i, asked.get(i), tools);
    }
    return toolCalls;
  }

  private void add(int turn, int place, ToolCall asked, ToolRegistry tools) {
    ParseResult parseResult = read(asked, tools);
    Optional<JsonNode> arguments = parseResult.value();
    String name = asked.name().replaceAll("[^a-zA-Z0-9_-]", "_");
    String shown =
        name.isEmpty() ? "unnamed" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    String text = arguments.map(JsonNode::toString).orElse("{}");
    requested.add(new ToolCall("call_" + turn + "_" + place, shown, text));
    if (arguments.isPresent()) {
      boolean approve = tools.find(asked.name()).map(Tool::approve).orElse(true);
      calls.add(ToolExecution.pending(id(place), asked.name(), arguments.get()));
      allowed.add(new AgentTurnReply.RequestedCall(id(place), asked.name(), approve));
    } else {
      JsonNode error = ToolResults.error(parseResult.problem());
      calls.add(new ToolExecution(id(place), shown, NullNode.getInstance(), null, error));
    }
  }

  private static ParseResult read(ToolCall asked, ToolRegistry tools) {
    int length = asked.arguments().length();
    return length > LONGEST_ARGUMENTS
        ? new ParseResult(
            Optional.empty(),
            "The arguments have " + length + " characters. The limit is " + LONGEST_ARGUMENTS + ".")
        : tools.read(asked.name(), asked.arguments());
  }
}
