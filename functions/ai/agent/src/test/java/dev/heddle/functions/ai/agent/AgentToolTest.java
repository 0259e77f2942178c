package dev.heddle.functions.ai.agent;

import static dev.heddle.functions.ai.agent.TestAgent.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import Heddle.Refused;
import dev.heddle.events.AgentToolReply;
import dev.heddle.functions.core.internet.LocalServer;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AgentToolTest {
  private static final SourceMap NO_SOURCES = new SourceMap(Map.of(), Map.of(), Map.of());

  private TestAgent agent;

  @BeforeEach
  void start() throws IOException {
    agent = new TestAgent();
    agent.web.at(
        "/",
        exchange ->
            LocalServer.answer(
                exchange,
                exchange.getRequestURI().getPath().endsWith("gone") ? 404 : 200,
                "{\"ok\":true,\"said\":\"sk-tool-secret\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  /** An agent that wants its one tool with these arguments. */
  private void wants(String tool, String arguments) {
    agent.wants("t", arguments);
    agent.begin("'tools':[{'name':'t','description':'d'," + tool + "}]");
  }

  private void http(String url, String more, String arguments) {
    wants("'kind':'http','url':'" + agent.web.url(url) + "'" + more, arguments);
  }

  private JsonNode result() {
    return Objects.requireNonNull(
        agent.conversations().call(agent.agent, 0, "c0").orElseThrow().result());
  }

  @Test
  void argumentsFillTheUrlAndTheRestIsTheQuery() {
    http("/orders/{id}", "", "{'id':'b c&d?','page':2,'tags':['x','y']}");

    AgentToolReply reply = agent.tool(0, "c0", false);

    assertThat(reply).isEqualTo(AgentToolReply.done());
    assertThat(agent.web.seen().getFirst().path())
        .isEqualTo("/orders/b%20c%26d%3F?page=2&tags=x&tags=y");
    assertThat(result().path("status").intValue()).isEqualTo(200);
    assertThat(result().has("headers")).isFalse();
  }

  @Test
  void whatIsSentIsTheRestAsJson() {
    http("/orders/{id}", ",'method':'POST'", "{'id':7,'count':3}");

    agent.tool(0, "c0", false);

    assertThat(agent.web.seen().getFirst().path()).isEqualTo("/orders/7");
    assertThat(agent.web.seen().getFirst().body()).isEqualTo("{\"count\":3}");
    assertThat(agent.web.seen().getFirst().headers().getFirst("Idempotency-Key"))
        .isEqualTo("run_1/agent1//0/c0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'id':'..'}", "{'id':''}", "{'id':['a']}"})
  void anArgumentCantLeadToAnotherPath(String arguments) {
    http("/orders/{id}", "", arguments);

    assertThatThrownBy(() -> agent.tool(0, "c0", false)).isInstanceOf(BadConfig.class);
    assertThat(agent.web.seen()).isEmpty();
  }

  @Test
  void theSecretIsSentAndNeverKept() {
    agent.anything.tenantSecrets().apply(agent.tenant).store("shop", "sk-tool-secret");
    http("/orders", ",'auth':{'kind':'bearer','token':'shop'}", "{}");

    agent.tool(0, "c0", false);

    assertThat(agent.web.seen().getFirst().headers().getFirst("Authorization"))
        .isEqualTo("Bearer sk-tool-secret");
    assertThat(result().toString()).doesNotContain("sk-tool-secret");
    assertThat(agent.provider.asked(0).toString()).doesNotContain("sk-tool-secret");
  }

  @Test
  void anErrorStatusIsAResult() {
    http("/gone", "", "{}");

    agent.tool(0, "c0", false);

    assertThat(result().path("status").intValue()).isEqualTo(404);
  }

  @Test
  void aCallThatWasMadeIsNotMadeAgain() {
    http("/orders", "", "{}");

    agent.tool(0, "c0", false);
    agent.tool(0, "c0", false);

    assertThat(agent.web.seen()).hasSize(1);
  }

  @Test
  void privateAddressesAreRefused() {
    wants("'kind':'http','url':'http://169.254.169.254/latest/'", "{}");

    assertThatThrownBy(() -> agent.tool(0, "c0", false)).isInstanceOf(Refused.class);
  }

  @Test
  void aCallThatNoTurnWantedIsRefused() {
    http("/orders", "", "{}");

    assertThatThrownBy(() -> agent.tool(0, "c1", false)).isInstanceOf(BadConfig.class);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aWorkflowIsCalledAndItsOutputIsTheResult(Kind kind) {
    String workflow =
        published(
            kind,
            "manual@1",
            "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Succeed','Output':{'got':'{%"
                + " $states.input.payload.q %}'}}}}");
    wants("'kind':'workflow','workflow':'" + workflow + "'", "{'q':'why'}");

    AgentToolReply reply = agent.tool(0, "c0", false);
    if (kind == Kind.STANDARD) {
      assertThat(reply.next()).isEqualTo(AgentToolReply.RUN);
      assertThat(agent.tool(0, "c0", false)).isEqualTo(reply);
      run(reply);
      reply = agent.tool(0, "c0", true);
    }

    assertThat(reply).isEqualTo(AgentToolReply.done());
    assertThat(result()).isEqualTo(json("{'got':'why'}"));
  }

  /** What the machine does in between. */
  private void run(AgentToolReply reply) {
    String arn = Objects.requireNonNull(reply.machine());
    var input = Objects.requireNonNull(reply.input());
    assertThat(input.trigger()).isEqualTo("start1");
    assertThat(input.run()).isEqualTo(reply.run()).startsWith("run_1-").hasSize(46);
    agent.anything.machines().start(arn, input);
    agent.anything.machines().await(arn, input.run(), Duration.ofSeconds(10)).orElseThrow();
  }

  @Test
  void aWorkflowThatFailsSaysWhy() {
    String workflow =
        published(
            Kind.STANDARD,
            "manual@1",
            "{'StartAt':'A','States':{'A':{'Type':'Fail','Error':'Shop.Closed','Cause':'Sunday'}}}");
    wants("'kind':'workflow','workflow':'" + workflow + "'", "{}");

    run(agent.tool(0, "c0", false));
    agent.tool(0, "c0", true);

    assertThat(result().path("error").asString()).contains("Shop.Closed", "Sunday");
  }

  @Test
  void aWorkflowWithATriggerForCallsIsCalledByIt() {
    String workflow =
        published(
            Kind.STANDARD, "called-trigger@1", "{'StartAt':'A','States':{'A':{'Type':'Succeed'}}}");
    wants("'kind':'workflow','workflow':'" + workflow + "'", "{}");

    assertThat(Objects.requireNonNull(agent.tool(0, "c0", false).input()).trigger())
        .isEqualTo("called");
  }

  @Test
  void aWorkflowNobodyMayCallIsRefused() {
    String workflow =
        published(Kind.STANDARD, "webhook@1", "{'StartAt':'A','States':{'A':{'Type':'Succeed'}}}");
    wants("'kind':'workflow','workflow':'" + workflow + "'", "{}");

    assertThatThrownBy(() -> agent.tool(0, "c0", false)).isInstanceOf(BadConfig.class);
  }

  @Test
  void anothersWorkflowIsNotThere() {
    wants("'kind':'workflow','workflow':'wf_of_someone'", "{}");

    assertThatThrownBy(() -> agent.tool(0, "c0", false))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("wf_of_someone");
  }

  private String published(Kind kind, String trigger, String definition) {
    Workflows workflows = agent.anything.of(Workflows.ENTITY).apply(agent.tenant);
    String id = agent.anything.ids().next("wf");
    Instant now = agent.clock.instant();
    JsonNode graph = json("{'nodes':[{'id':'start1','type':'" + trigger + "'}]}");
    workflows.create(Workflow.created(id, "Tool", graph, now), List.of());
    CompiledMachine machine =
        new CompiledMachine(
            json(definition), kind, "for the test", NO_SOURCES, RunMap.NONE, List.of());
    String arn = agent.anything.machines().build(agent.tenant.id(), id, "v1", machine);
    WorkflowBuild build =
        new WorkflowBuild(id, "v1", 1, arn, kind, graph, NO_SOURCES, startedBy(trigger));
    workflows.add(new WorkflowVersion(id, 1, kind, "for the test", "", "usr_1", now), build);
    workflows.point(build, 1, now, List.of());
    return id;
  }

  private static RunMap startedBy(String trigger) {
    RunMap.Role role =
        switch (trigger) {
          case "manual@1" -> RunMap.Role.BY_HAND;
          case "called-trigger@1" -> RunMap.Role.CALLED;
          default -> RunMap.Role.EVENT;
        };
    List<RunMap.Entry> entries = List.of(new RunMap.Entry("start1", role));
    return new RunMap("", Map.of(), entries, List.of(), false, null);
  }

  @Test
  void repliesReadAsTheyAreWritten() {
    assertThat(WireJson.MAPPER.writeValueAsString(AgentToolReply.done()))
        .isEqualTo("{\"next\":\"done\"}");
  }
}
