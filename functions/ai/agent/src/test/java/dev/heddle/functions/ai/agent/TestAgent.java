package dev.heddle.functions.ai.agent;

import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import dev.heddle.events.AgentToolReply;
import dev.heddle.events.AgentTurnCall;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.events.ToolCallEnd;
import dev.heddle.functions.ai.openai.FakeProvider;
import dev.heddle.functions.ai.openai.OpenAiProvider;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.entity.Entities;
import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.core.internet.LocalServer;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.agent.Conversations;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One agent of one tenant, its functions behind their doors, over real services and a fake model.
 */
final class TestAgent implements AutoCloseable {
  static final String LOOK_UP =
      "{'kind':'http','name':'look_up','description':'Finds an"
          + " order','url':'https://shop.test/orders/{order}',"
          + "'parameters':{'type':'object','required':['order'],'additionalProperties':false,'properties':"
          + "{'order':{'type':'string'}}}}";

  final FakeProvider provider = new FakeProvider();
  final LocalServer web = new LocalServer();
  final MovableClock clock = new MovableClock();
  final Ports anything;
  final Tenant tenant;
  final AgentRef agent;
  private final AwsDeployment cloud;

  TestAgent() throws IOException {
    cloud =
        LocalCloud.cloud(
            clock, Map.of("HEDDLE_MODEL_URL", provider.url(), "HEDDLE_PRIVATE_URL", web.url("/")));
    anything = cloud.ports(TestUnit.with(everything()));
    tenant = new Tenant(anything.ids().next("ten"));
    agent = new AgentRef(tenant.id(), "wf_1", "run_1", "agent1", "");
  }

  private static Access[] everything() {
    Stream<Access> entities = Entities.ALL.stream().map(store -> new Access.Writes(store.entity()));
    Stream<Access> others =
        Stream.of(
            new Access.Uses(Access.Secrets.TENANT_WRITE),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.StartsRuns(),
            new Access.BuildsMachines());
    return Stream.concat(entities, others).toArray(Access[]::new);
  }

  Conversations conversations() {
    return anything.of(Conversations.ENTITY).apply(tenant);
  }

  static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }

  /** The first turn, with settings that change a sound agent's. */
  AgentTurnReply begin(String settings) {
    ObjectNode config = (ObjectNode) json("{'model':'m','prompt':'Do it'}");
    config.setAll((ObjectNode) json("{" + settings + "}"));
    return turn(new AgentTurnCall(agent, 0, List.of(), config));
  }

  /** A later turn; the machine writes null for settings it has sent before. */
  AgentTurnReply turn(int number, ToolCallEnd... ended) {
    return turn(new AgentTurnCall(agent, number, List.of(ended), NullNode.getInstance()));
  }

  AgentTurnReply turn(AgentTurnCall call) {
    return answer(new AgentTurn(new OpenAiProvider()), call, AgentTurnReply.class);
  }

  AgentToolReply tool(int turn, String call, boolean ended) {
    return answer(
        new AgentTool(), new AgentToolCall(agent, turn, call, ended), AgentToolReply.class);
  }

  <R> R answer(Unit unit, Record event, Class<R> reply) {
    Door door = Door.open(unit, cloud.ports(unit));
    return WireJson.MAPPER.readValue(door.answer(WireJson.MAPPER.writeValueAsBytes(event)), reply);
  }

  /** Lets the model want tools: name and arguments by turns. */
  void wants(String... namesAndArguments) {
    ToolCall[] calls = new ToolCall[namesAndArguments.length / 2];
    for (int i = 0; i < calls.length; i++) {
      String arguments = namesAndArguments[2 * i + 1].replace('\'', '"');
      calls[i] = new ToolCall("same", namesAndArguments[2 * i], arguments);
    }
    provider.wants(calls);
  }

  /** What the model was told in answer to its calls, the last time it was asked. */
  List<JsonNode> told() {
    return provider
        .asked(provider.times() - 1)
        .path("messages")
        .valueStream()
        .filter(message -> message.path("role").asString().equals("tool"))
        .toList();
  }

  @Override
  public void close() {
    provider.close();
    web.close();
  }
}
