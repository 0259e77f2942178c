package dev.heddle.functions.spec.agent;

import dev.heddle.events.AgentRef;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.TenantEntity;
import dev.heddle.functions.spec.model.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The agents of one tenant: each turn is taken once, whoever asks for it how often. */
public interface Conversations {

  /** Longer than the longest execution, which may wait for approvals. */
  Duration KEPT = Duration.ofDays(400);

  /** What agents said, did and were told. */
  TenantEntity<Conversations> ENTITY =
      Entity.ofTenant("conversation", Conversations.class)
          .keys("TENANT#*#AGENT#*")
          .kept(EntityRetention.of(KEPT));

  /** Begins with these settings, unless it has begun. */
  void begin(AgentRef agent, JsonNode config);

  /** How an agent stands. */
  Optional<AgentConversation> find(AgentRef agent);

  /** Its turns so far, in order. */
  List<ConversationTurn> turns(AgentRef agent);

  /** One of its turns. */
  Optional<ConversationTurn> turn(AgentRef agent, int number);

  /**
   * Takes the next turn for one caller.
   *
   * @param holder what tells this caller from others
   * @param until when another may take it, should this one never finish
   * @return false when it is not the next turn, or someone else has taken it
   */
  boolean take(AgentRef agent, int turn, String holder, Instant until);

  /** Gives a taken turn back; nothing happens when another has taken it. */
  void release(AgentRef agent, String holder);

  /**
   * Keeps a taken turn with its calls, and what it took.
   *
   * @return false when another has taken it meanwhile
   */
  boolean finish(
      AgentRef agent,
      String holder,
      ConversationTurn turn,
      List<ToolExecution> calls,
      TokenUsage usage);

  /** The calls of a turn. */
  List<ToolExecution> calls(AgentRef agent, int turn);

  /** One of them. */
  Optional<ToolExecution> call(AgentRef agent, int turn, String id);

  /** Keeps what has become of a call; repeatable. */
  void keep(AgentRef agent, int turn, ToolExecution call);
}
