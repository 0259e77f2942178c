package dev.heddle.statemachines.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.statemachines.compiler.drawing.ResumePoint;
import dev.heddle.statemachines.compiler.drawing.ResumePoint.NodeRecord;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs that go on from a recorded one run only what must run again. */
class ResumeTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final NodeRecord DONE = new NodeRecord("main");
  private static final NodeRecord DEAD = new NodeRecord(null);
  private final List<String> called = new ArrayList<>();

  @Test
  void whatCameBeforeYieldsWhatItGave() {
    ObjectNode graph =
        new Sketch()
            .node("a", "work@1")
            .node("b", "work@1")
            .arrow("start", "a")
            .arrow("a", "b")
            .graph();
    value(graph, "b", "{% $a.x & $trigger.y %}");

    JsonNode output = run(graph, new ResumePoint("b", Map.of("start", DONE, "a", DONE)));

    assertThat(called).containsExactly("b");
    assertThat(output.stringValue()).isEqualTo("recorded-a, trigger");
  }

  @Test
  void aRecordedChoiceIsNotMadeAgain() {
    ObjectNode graph =
        new Sketch()
            .node("odd", "if@1")
            .node("p", "work@1")
            .node("q", "work@1")
            .node("r", "work@1")
            .arrow("start", "odd")
            .arrow("odd", "true", "p")
            .arrow("odd", "false", "q")
            .arrow("p", "r")
            .arrow("q", "r")
            .graph();
    value(graph, "r", "{% [$p.x, $q.x = null] %}");
    Map<String, NodeRecord> record =
        Map.of("start", DONE, "odd", new NodeRecord("false"), "p", DEAD, "q", DONE);

    run(graph, new ResumePoint("r", record));

    assertThat(called).containsExactly("r");
  }

  @Test
  void whatNeverRanRunsNow() {
    ObjectNode graph =
        new Sketch()
            .node("a", "work@1")
            .node("b", "work@1")
            .node("c", "work@1")
            .arrow("start", "a")
            .arrow("start", "b")
            .arrow("a", "c")
            .arrow("b", "c")
            .graph();

    run(graph, new ResumePoint("a", Map.of("start", DONE)));

    assertThat(called).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void anInnerNodeResumesItsContainerAsAWhole() {
    ObjectNode graph =
        new Sketch()
            .node("a", "work@1")
            .node("each1", "for-each@1")
            .node("in1", "work@1")
            .node("in2", "work@1")
            .arrow("start", "a")
            .arrow("a", "each1")
            .arrow("in1", "in2")
            .graph();
    node(graph, "in1").put("parent", "each1");
    node(graph, "in2").put("parent", "each1");
    ((ObjectNode) node(graph, "each1").get("config")).put("items", "{% [1, 2] %}");

    run(graph, new ResumePoint("in2", Map.of("start", DONE, "a", DONE)));

    assertThat(called).containsExactlyInAnyOrder("in1", "in2", "in1", "in2");
  }

  @Test
  void aRaceIsRunAgainAsAWhole() {
    ObjectNode graph =
        new Sketch()
            .node("a", "work@1")
            .node("b", "work@1")
            .node("m", "merge@1")
            .arrow("start", "a")
            .arrow("start", "b")
            .arrow("a", "m")
            .arrow("b", "m")
            .graph();
    ((ObjectNode) node(graph, "m").get("config")).put("mode", "first");

    run(graph, new ResumePoint("a", Map.of("start", DONE, "b", DONE)));

    assertThat(called).contains("a");
  }

  @Test
  void whatCantBeResumedIsSaid() {
    ObjectNode graph =
        new Sketch()
            .node("odd", "if@1")
            .node("p", "work@1")
            .arrow("start", "odd")
            .arrow("odd", "true", "p")
            .graph();
    Map<String, NodeRecord> record = Map.of("start", DONE, "odd", new NodeRecord("false"));

    assertThat(rules(graph, new ResumePoint("p", record))).containsExactly("resumes-somewhere");
    assertThat(rules(graph, new ResumePoint("nobody", record)))
        .containsExactly("resumes-somewhere");
  }

  private static List<String> rules(ObjectNode graph, ResumePoint resume) {
    return SampleTypes.compiler().resume(graph, resume).issues().stream().map(Issue::rule).toList();
  }

  private JsonNode run(ObjectNode graph, ResumePoint resume) {
    CompilationResult compilation = SampleTypes.compiler().resume(graph, resume);
    assertThat(compilation.machine()).as("%s", compilation.issues()).isNotNull();
    ObjectNode input = JSON.createObjectNode().put("tenant", "t").put("workflow", "w");
    input.put("run", "r").put("trigger", "start").putObject("payload").put("y", ", trigger");
    ObjectNode record = input.putObject("record");
    resume.record().keySet().forEach(id -> record.putObject(id).put("x", "recorded-" + id));
    EnginePorts ports =
        new EnginePorts(
            this::invoke, _ -> CompletableFuture.failedFuture(new AwsFault("X", "none")), _ -> {});
    InMemoryEngine.Result result =
        InMemoryEngine.with(ports)
            .run(compilation.machine().definition().toString(), input.toString());
    assertThat(result.status())
        .as("%s %s", result.error(), result.cause())
        .hasToString("SUCCEEDED");
    return JSON.readTree(String.valueOf(result.output()));
  }

  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    JsonNode call = JSON.readTree(payload);
    called.add(call.path("node").stringValue());
    ObjectNode reply = JSON.createObjectNode().put("port", "main");
    reply.set("output", call.path("config").path("value"));
    return CompletableFuture.completedFuture(
        new LambdaReply.Payload(JSON.writeValueAsBytes(reply)));
  }

  private static ObjectNode node(ObjectNode graph, String id) {
    return (ObjectNode)
        graph
            .get("nodes")
            .valueStream()
            .filter(n -> n.get("id").stringValue().equals(id))
            .findFirst()
            .orElseThrow();
  }

  private static void value(ObjectNode graph, String id, String expression) {
    ((ObjectNode) node(graph, id).get("config")).put("value", expression);
  }
}
