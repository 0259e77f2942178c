package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import Heddle.NodeError;
import Heddle.TurnUnderWay;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentTurnCall;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.spec.agent.Conversation;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.agent.Turn;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.Usage;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Config;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Takes each turn once: asked for again, it gives the stored reply and the model isn't paid. */
final class TurnTaking implements Function<AgentTurnCall, AgentTurnReply> {
  private final Ports ports;

  TurnTaking(Ports ports) {
    this.ports = ports;
  }

  @Override
  public AgentTurnReply apply(AgentTurnCall call) {
    Conversations agents = ports.of(Conversations.ENTITY).apply(new Tenant(call.agent().tenant()));
    begin(agents, call);
    return earlier(agents, call).orElseGet(() -> taken(agents, call));
  }

  private static void begin(Conversations agents, AgentTurnCall call) {
    JsonNode config = call.config();
    if (config != null && !config.isNull()) {
      new Toolbox(Config.bound(AgentConfig.class, config).tools());
      agents.begin(call.agent(), config);
    }
  }

  /** Calls whose results the next turn was told are not made again when an agent is repeated. */
  private static Optional<AgentTurnReply> earlier(Conversations agents, AgentTurnCall call) {
    return agents
        .turn(call.agent(), call.turn())
        .map(Turn::reply)
        .map(
            reply ->
                agents.turn(call.agent(), call.turn() + 1).isPresent()
                    ? reply.withoutCalls()
                    : reply);
  }

  private AgentTurnReply taken(Conversations agents, AgentTurnCall call) {
    String holder = ports.ids().next("turn");
    Instant until = ports.clock().instant().plus(AgentTurn.TIMEOUT);
    if (!agents.take(call.agent(), call.turn(), holder, until)) {
      return earlier(agents, call).orElseThrow(() -> underWay(agents, call));
    }
    boolean done = false;
    try {
      AgentTurnReply reply = turn(agents, call, holder);
      done = true;
      return reply;
    } finally {
      if (!done) {
        agents.release(call.agent(), holder);
      }
    }
  }

  private static NodeError underWay(Conversations agents, AgentTurnCall call) {
    return agents.find(call.agent()).isEmpty()
        ? new BadConfig("This agent has not begun.")
        : new TurnUnderWay("Turn " + call.turn() + " is being taken, or isn't the next one.");
  }

  private AgentTurnReply turn(Conversations agents, AgentTurnCall call, String holder) {
    AgentRef agent = call.agent();
    Conversation stands =
        agents.find(agent).orElseThrow(() -> new BadConfig("This agent has not begun."));
    Taken taken = asked(agents, call, stands);
    Turn turn = taken.turn();
    Usage usage = taken.usage();
    boolean kept =
        agents.finish(
            agent, holder, turn, taken.calls(), usage.promptTokens(), usage.completionTokens());
    if (!kept) {
      return earlier(agents, call).orElseThrow(() -> underWay(agents, call));
    }
    return turn.reply();
  }

  private Taken asked(Conversations agents, AgentTurnCall call, Conversation stands) {
    AgentConfig config = Config.bound(AgentConfig.class, stands.config());
    List<Turn> turns = agents.turns(call.agent());
    List<Turn.Told> told =
        turns.isEmpty()
            ? List.of()
            : Told.of(
                turns.getLast(),
                agents.calls(call.agent(), turns.getLast().number()),
                call.ended());
    var dialogue = new Dialogue(config, turns, told);
    var budget = new Budget(config, stands, ports.clock().instant());
    return new Asking(ports, new Tenant(call.agent().tenant()), dialogue, budget).turn();
  }
}
