package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import Heddle.NodeError;
import Heddle.TurnUnderWay;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentTurnCall;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.spec.agent.AgentConversation;
import dev.heddle.functions.spec.agent.ConversationTurn;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.ConfigBinder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A lease on an agent's next turn, taken by compare-and-set, so that each turn is taken once: asked
 * for again, it gives the stored reply and the model isn't paid.
 */
final class TurnLease implements Function<AgentTurnCall, AgentTurnReply> {
  private final Ports ports;

  TurnLease(Ports ports) {
    this.ports = ports;
  }

  @Override
  public AgentTurnReply apply(AgentTurnCall call) {
    Conversations agents = ports.of(Conversations.ENTITY).apply(new Tenant(call.agent().tenant()));
    begin(agents, call);
    // Looked up before the lease is asked for: a repeated call of a finished turn takes nothing.
    return storedReply(agents, call).orElseGet(() -> takeTurn(agents, call));
  }

  private static void begin(Conversations agents, AgentTurnCall call) {
    JsonNode config = call.config();
    if (config != null && !config.isNull()) {
      new ToolRegistry(ConfigBinder.bind(AgentConfig.class, config).tools());
      agents.begin(call.agent(), config);
    }
  }

  /** Calls whose results the next turn was told are not made again when an agent is repeated. */
  private static Optional<AgentTurnReply> storedReply(Conversations agents, AgentTurnCall call) {
    return agents
        .turn(call.agent(), call.turn())
        .map(ConversationTurn::reply)
        .map(
            reply ->
                agents.turn(call.agent(), call.turn() + 1).isPresent()
                    ? reply.withoutCalls()
                    : reply);
  }

  private AgentTurnReply takeTurn(Conversations agents, AgentTurnCall call) {
    String holder = ports.ids().next("turn");
    // As long as the function can live: shorter, a slow model would be asked, and paid, twice;
    // longer, a turn whose function died would stand still.
    Instant until = ports.clock().instant().plus(AgentTurn.TIMEOUT);
    if (!agents.take(call.agent(), call.turn(), holder, until)) {
      // Held by another, who may have finished between the look for a reply and this attempt.
      return storedReply(agents, call).orElseThrow(() -> underWay(agents, call));
    }
    boolean done = false;
    try {
      AgentTurnReply reply = turn(agents, call, holder);
      done = true;
      return reply;
    } finally {
      // Otherwise the machine's next attempt would find the lease held until its time is over.
      if (!done) {
        agents.release(call.agent(), holder);
      }
    }
  }

  private static NodeError underWay(Conversations agents, AgentTurnCall call) {
    return agents.find(call.agent()).isEmpty()
        ? new BadConfig("This agent hasn't started.")
        : new TurnUnderWay(
            "Turn " + call.turn() + " is already in progress, or isn't the next turn.");
  }

  private AgentTurnReply turn(Conversations agents, AgentTurnCall call, String holder) {
    AgentRef agent = call.agent();
    AgentConversation conversation =
        agents.find(agent).orElseThrow(() -> new BadConfig("This agent hasn't started."));
    TurnResult turnResult = askModel(agents, call, conversation);
    ConversationTurn turn = turnResult.turn();
    boolean stored = agents.finish(agent, holder, turn, turnResult.calls(), turnResult.usage());
    if (!stored) {
      // The lease ran out and someone else took the turn: their reply is the one that counts.
      return storedReply(agents, call).orElseThrow(() -> underWay(agents, call));
    }
    return turn.reply();
  }

  private TurnResult askModel(
      Conversations agents, AgentTurnCall call, AgentConversation conversation) {
    AgentConfig config = ConfigBinder.bind(AgentConfig.class, conversation.config());
    List<ConversationTurn> turns = agents.turns(call.agent());
    List<ConversationTurn.ToolResult> toolResults =
        turns.isEmpty()
            ? List.of()
            : ToolResults.of(
                turns.getLast(),
                agents.calls(call.agent(), turns.getLast().number()),
                call.ended());
    var transcript = new Transcript(config, turns, toolResults);
    var budget = new AgentBudget(config, conversation, ports.clock().instant());
    return new ModelTurn(ports, new Tenant(call.agent().tenant()), transcript, budget).turn();
  }
}
