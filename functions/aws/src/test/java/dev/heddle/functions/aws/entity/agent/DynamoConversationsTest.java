package dev.heddle.functions.aws.entity.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.agent.AgentConversation;
import dev.heddle.functions.spec.agent.ConversationTurn;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.TokenUsage;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DynamoConversationsTest {
  private static final JsonNode CONFIG = WireJson.MAPPER.readTree("{\"prompt\":\"p\"}");

  private final MovableClock clock = new MovableClock();
  private final Ports ports =
      LocalCloud.cloud(clock).ports(TestUnit.with(new Access.Writes(Conversations.ENTITY)));
  private final Tenant tenant = new Tenant(ports.ids().next("ten"));
  private final Conversations agents = ports.of(Conversations.ENTITY).apply(tenant);
  private final AgentRef agent = agent("");

  private AgentRef agent(String path) {
    return new AgentRef(tenant.id(), "wf_1", "run_1", "agent1", path);
  }

  @BeforeEach
  void begin() {
    agents.begin(agent, CONFIG);
  }

  private boolean take(int turn, String holder) {
    return agents.take(agent, turn, holder, clock.instant().plus(Duration.ofMinutes(5)));
  }

  private boolean finish(int number, String holder, ToolExecution... calls) {
    return agents.finish(
        agent, holder, turn(number, holder), List.of(calls), new TokenUsage(10, 5));
  }

  private static ConversationTurn turn(int number, String text) {
    var reply = new AgentTurnReply(AgentTurnReply.TOOLS, List.of(), 15, null);
    return new ConversationTurn(
        number,
        List.of(new ConversationTurn.ToolResult("c", "told")),
        text,
        List.of(),
        null,
        reply);
  }

  private AgentConversation stands() {
    return agents.find(agent).orElseThrow();
  }

  @Test
  void aTurnReadsThatWasKeptBeforeProvidersHadDataOfTheirOwn() {
    String kept =
        """
        {"number": 0, "told": [{"id": "a", "text": "sent"}], "text": "I look",
         "wanted": [{"id": "call_0_0", "name": "look_up", "arguments": "{}"}],
         "reply": {"next": "tools", "calls": [], "tokens": 18}}
        """;

    ConversationTurn turn = WireJson.MAPPER.readValue(kept, ConversationTurn.class);

    assertThat(turn.requestedCalls()).containsExactly(new ToolCall("call_0_0", "look_up", "{}"));
    assertThat(turn.providerData()).isNull();
  }

  @Test
  void beginsOnce() {
    clock.pass(Duration.ofMinutes(1));
    agents.begin(agent, WireJson.MAPPER.readTree("{}"));

    assertThat(stands().config()).isEqualTo(CONFIG);
    assertThat(stands().startedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(1)));
    assertThat(stands().turn()).isZero();
  }

  @Test
  void keepsTurnsInOrderAndCountsTokens() {
    for (int number = 0; number < 11; number++) {
      assertThat(take(number, "me")).isTrue();
      assertThat(finish(number, "me")).isTrue();
    }

    assertThat(agents.turns(agent)).extracting(ConversationTurn::number).hasSize(11).isSorted();
    assertThat(agents.turn(agent, 3)).contains(turn(3, "me"));
    assertThat(stands().turn()).isEqualTo(11);
    assertThat(stands().tokens()).isEqualTo(165);
  }

  @Test
  void aTurnIsTakenByOne() throws Exception {
    var taken = new AtomicInteger();
    ConcurrentWrites.of(8, i -> take(0, "caller" + i) ? taken.incrementAndGet() : 0);

    assertThat(taken).hasValue(1);
  }

  @Test
  void onlyTheNextTurnCanBeTaken() {
    assertThat(take(1, "me")).isFalse();
    take(0, "me");
    finish(0, "me");

    assertThat(take(0, "me")).isFalse();
    assertThat(take(1, "me")).isTrue();
  }

  @Test
  void whoNeverFinishesLosesTheTurn() {
    take(0, "dead");
    clock.pass(Duration.ofMinutes(6));

    assertThat(take(0, "alive")).isTrue();
    assertThat(finish(0, "dead")).isFalse();
    assertThat(finish(0, "alive")).isTrue();
    assertThat(agents.turn(agent, 0).orElseThrow().text()).isEqualTo("alive");
    assertThat(stands().tokens()).isEqualTo(15);
  }

  @Test
  void whatIsReleasedCanBeTakenAtOnce() {
    take(0, "me");
    agents.release(agent, "someone else");
    assertThat(take(0, "other")).isFalse();

    agents.release(agent, "me");

    assertThat(take(0, "other")).isTrue();
  }

  @Test
  void finishingTwiceIsFinishingOnce() {
    take(0, "me");

    assertThat(finish(0, "me")).isTrue();
    assertThat(finish(0, "me")).isTrue();
    assertThat(stands().tokens()).isEqualTo(15);
  }

  @Test
  void keepsCallsAndWhatBecomesOfThem() {
    var call = new ToolExecution("c0", "look-up", CONFIG, null, null);
    take(0, "me");
    finish(0, "me", call, new ToolExecution("c1", "other", CONFIG, null, null));

    agents.keep(agent, 0, call.by("arn:1").giving(WireJson.MAPPER.readTree("[1,2]")));

    ToolExecution kept = agents.call(agent, 0, "c0").orElseThrow();
    assertThat(kept.machine()).isEqualTo("arn:1");
    assertThat(kept.result()).hasToString("[1,2]");
    assertThat(agents.calls(agent, 0)).extracting(ToolExecution::id).containsExactly("c0", "c1");
    assertThat(agents.calls(agent, 1)).isEmpty();
  }

  @Test
  void agentsOfOneRunKeepApart() {
    AgentRef second = agent("each1[3]");
    agents.begin(second, CONFIG);
    take(0, "me");
    finish(0, "me");

    assertThat(agents.turns(second)).isEmpty();
    assertThat(agents.find(second).orElseThrow().turn()).isZero();
  }
}
