package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.ai.model.JsonSchema.Reading;
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
 * @param wanted as the model is shown them again
 * @param calls as they are kept
 * @param allowed those to be made
 */
record Wants(List<ToolCall> wanted, List<ToolExecution> calls, List<AgentTurnReply.Call> allowed) {
  /** At once; what is beyond is left out, and the model may ask for it again. */
  static final int MOST = 16;

  private static final int LONGEST_ARGUMENTS = 32_000;
  private static final int LONGEST_NAME = 64;

  /** The id of a turn's call, by its place. */
  static String id(int place) {
    return "c" + place;
  }

  static Wants of(int turn, List<ToolCall> asked, Toolbox tools) {
    Wants wants = new Wants(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < Math.min(asked.size(), MOST); i++) {
      wants.add(turn, i, asked.get(i), tools);
    }
    return wants;
  }

  private void add(int turn, int place, ToolCall asked, Toolbox tools) {
    Reading reading = read(asked, tools);
    Optional<JsonNode> arguments = reading.value();
    String name = asked.name().replaceAll("[^a-zA-Z0-9_-]", "_");
    String shown =
        name.isEmpty() ? "unnamed" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    String text = arguments.map(JsonNode::toString).orElse("{}");
    wanted.add(new ToolCall("call_" + turn + "_" + place, shown, text));
    if (arguments.isPresent()) {
      boolean approve = tools.find(asked.name()).map(Tool::approve).orElse(true);
      calls.add(new ToolExecution(id(place), asked.name(), arguments.get(), null, null));
      allowed.add(new AgentTurnReply.Call(id(place), asked.name(), approve));
    } else {
      JsonNode error = Told.error(reading.wrong());
      calls.add(new ToolExecution(id(place), shown, NullNode.getInstance(), null, error));
    }
  }

  private static Reading read(ToolCall asked, Toolbox tools) {
    int length = asked.arguments().length();
    return length > LONGEST_ARGUMENTS
        ? new Reading(
            Optional.empty(),
            "The arguments have "
                + length
                + " characters; at most "
                + LONGEST_ARGUMENTS
                + " are taken.")
        : tools.read(asked.name(), asked.arguments());
  }
}
