package dev.heddle.functions.aws.entity.agent;

import dev.heddle.events.AgentRef;
import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableWrite;
import dev.heddle.functions.spec.agent.AgentConversation;
import dev.heddle.functions.spec.agent.ConversationTurn;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.TokenUsage;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Agents in DynamoDB: a partition each, with a head, an item a turn and an item a call. */
public final class DynamoConversations implements Conversations {
  private static final String HEAD = "AGENT";
  private static final String TURN = "TURN#";
  private static final String CALL = "CALL#";

  private final DocumentTable table;
  private final Tenant tenant;

  /** The agents of a tenant. */
  public DynamoConversations(DocumentTable table, Tenant tenant) {
    this.table = table;
    this.tenant = tenant;
  }

  @Override
  public void begin(AgentRef agent, JsonNode config) {
    TableItem head = item(head(agent)).set("config", config).set("turn", 0);
    // A repeated first turn must not set an agent that has gone on back to its beginning.
    table.put(head.set("startedAt", table.now()), ItemCondition.ABSENT);
  }

  @Override
  public Optional<AgentConversation> find(AgentRef agent) {
    return table.get(head(agent)).map(DynamoConversations::conversation);
  }

  private static AgentConversation conversation(TableItem head) {
    return new AgentConversation(
        head.json("config"),
        Math.toIntExact(head.count("turn")),
        head.count("promptTokens"),
        head.count("completionTokens"),
        head.instant("startedAt"));
  }

  @Override
  public List<ConversationTurn> turns(AgentRef agent) {
    return table.all(partition(agent), TURN).stream().map(DynamoConversations::turn).toList();
  }

  @Override
  public Optional<ConversationTurn> turn(AgentRef agent, int number) {
    return table.get(turnKey(agent, number)).map(DynamoConversations::turn);
  }

  private static ConversationTurn turn(TableItem item) {
    return WireJson.MAPPER.treeToValue(item.json("turn"), ConversationTurn.class);
  }

  @Override
  public boolean take(AgentRef agent, int turn, String holder, Instant until) {
    ItemCondition free =
        ItemCondition.of(
                // A compare-and-set on the head: the turn's number keeps a late repetition from
                // taking a turn that is done, the holder keeps two callers from paying the model
                // for the same one, and `until` frees it when its holder has died. The holder
                // itself is let in, because the SDK repeats a request whose answer was lost.
                "#turn = :turn AND (attribute_not_exists(#holder) OR #until <= :now OR #holder ="
                    + " :holder)")
            .with("turn", turn)
            .with("now", table.now().toEpochMilli())
            .with("holder", holder)
            .with("until", until.toEpochMilli());
    return table.change(head(agent), "SET #holder = :holder, #until = :until", free).isPresent();
  }

  @Override
  public void release(AgentRef agent, String holder) {
    // Only its own lease: released late, it would end that of whoever took over.
    table.change(head(agent), "REMOVE #holder, #until", held(holder));
  }

  private static ItemCondition held(String holder) {
    return ItemCondition.of("#holder = :holder").with("holder", holder);
  }

  @Override
  public boolean finish(
      AgentRef agent,
      String holder,
      ConversationTurn turn,
      List<ToolExecution> calls,
      TokenUsage usage) {
    List<TableWrite> writes = new ArrayList<>();
    // Number, turn, calls and tokens in one transaction: a turn that is stored but not counted
    // would be taken, and paid, again.
    writes.add(moveOn(agent, holder, turn.number() + 1, usage));
    TableItem item =
        item(turnKey(agent, turn.number())).set("turn", WireJson.MAPPER.valueToTree(turn));
    writes.add(new TableWrite.Put(item, ItemCondition.ABSENT));
    for (ToolExecution call : calls) {
      writes.add(new TableWrite.Put(call(agent, turn.number(), call), ItemCondition.ALWAYS));
    }
    // The SDK repeats a request whose answer was lost, and then finds the turn it kept itself.
    return table.transact(writes).isEmpty()
        || turn(agent, turn.number()).filter(turn::equals).isPresent();
  }

  private TableWrite moveOn(AgentRef agent, String holder, int next, TokenUsage usage) {
    return new TableWrite.Change(
        head(agent),
        "SET #turn = :next ADD #promptTokens :prompt, #completionTokens :completion REMOVE #holder,"
            + " #until",
        held(holder)
            .with("next", next)
            .with("prompt", usage.promptTokens())
            .with("completion", usage.completionTokens()));
  }

  @Override
  public List<ToolExecution> calls(AgentRef agent, int turn) {
    return table.all(partition(agent), CALL + digits(turn)).stream()
        .map(DynamoConversations::call)
        .toList();
  }

  @Override
  public Optional<ToolExecution> call(AgentRef agent, int turn, String id) {
    return table.get(callKey(agent, turn, id)).map(DynamoConversations::call);
  }

  @Override
  public void keep(AgentRef agent, int turn, ToolExecution call) {
    table.put(call(agent, turn, call));
  }

  private TableItem call(AgentRef agent, int turn, ToolExecution call) {
    return item(callKey(agent, turn, call.id()))
        .set("id", call.id())
        .set("tool", call.tool())
        .set("arguments", call.arguments())
        .set("machine", call.machine())
        .set("result", call.result());
  }

  private static ToolExecution call(TableItem item) {
    return new ToolExecution(
        item.text("id"),
        item.text("tool"),
        item.json("arguments"),
        item.findText("machine").orElse(null),
        item.findJson("result").orElse(null));
  }

  private TableItem item(TableKey key) {
    return TableItem.at(key).expiresAt(table.now().plus(KEPT));
  }

  private TableKey head(AgentRef agent) {
    return new TableKey(partition(agent), HEAD);
  }

  private TableKey turnKey(AgentRef agent, int number) {
    return new TableKey(partition(agent), TURN + digits(number));
  }

  private TableKey callKey(AgentRef agent, int turn, String id) {
    return new TableKey(partition(agent), CALL + digits(turn) + id);
  }

  private static String digits(int turn) {
    // With zeros, because sort keys are compared as text: turn 10 would come before turn 2.
    return "%05d#".formatted(turn);
  }

  /** A run's, node's and container's ids hold no separator. */
  private String partition(AgentRef agent) {
    return TableKey.partition(
        tenant, "AGENT", agent.run() + "#" + agent.node() + "#" + agent.path());
  }
}
