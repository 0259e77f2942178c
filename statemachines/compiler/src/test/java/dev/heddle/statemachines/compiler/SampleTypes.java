package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Shape.Choice.Option;
import dev.heddle.statemachines.language.vocabulary.Shape.Field;
import dev.heddle.statemachines.language.vocabulary.Shape.Format;
import dev.heddle.statemachines.language.vocabulary.Shape.Union.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The node types the tests draw with: each kind of wiring, with the fields it reads. */
public final class SampleTypes {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Shape ANY = new Shape.Any();
  private static final Shape TEXT = Shape.Text.of(Format.PLAIN, 0, 10_000);
  private static final Shape NAME = Shape.Text.of(Format.PLAIN, 1, 40);
  private static final Shape EXPRESSION = Shape.Text.of(Format.EXPRESSION, 0, 10_000);
  private static final Shape SECONDS = new Shape.Number(1, 31_536_000, true);
  private static final Shape CONDITION = Shape.Text.of(Format.CONDITION, 0, 10_000);

  public static final NodeVocabulary VOCABULARY =
      new NodeVocabulary(
          List.of(
              type(
                  "manual@1",
                  NodeWiring.Trigger.manual(),
                  NodePorts.main(),
                  ANY,
                  constant("sample", ANY)),
              type(
                  "webhook@1",
                  new NodeWiring.Trigger(true),
                  NodePorts.main(),
                  ANY,
                  need("path", NAME),
                  or("method", words("GET", "POST", "ANY"), "\"POST\""),
                  or("respond", words("at-once", "answer"), "\"at-once\"")),
              type("schedule@1", new NodeWiring.Trigger(false), NodePorts.main(), ANY),
              type(
                  "if@1",
                  new NodeWiring.If(),
                  ports("true", "false"),
                  ANY,
                  need("condition", CONDITION)),
              type(
                  "switch@1",
                  new NodeWiring.Switch(),
                  new NodePorts.FromList("cases", "name", "default"),
                  ANY,
                  need("cases", list(need("name", NAME), need("condition", CONDITION)))),
              type(
                  "set@1",
                  new NodeWiring.SetFields(),
                  NodePorts.main(),
                  ANY,
                  or("keep", new Shape.Flag(), "false"),
                  or("fields", list(need("name", NAME), expr("value", ANY)), "[]")),
              type(
                  "merge@1",
                  new NodeWiring.Merge(),
                  NodePorts.main(),
                  ANY,
                  or("mode", words("all", "first", "quorum"), "\"all\""),
                  constant("quorum", new Shape.Number(1, 100, true))),
              type(
                  "wait@1",
                  new NodeWiring.Wait(),
                  NodePorts.main(),
                  ANY,
                  need("duration", duration())),
              type(
                  "respond@1",
                  new NodeWiring.Respond(),
                  NodePorts.none(),
                  ANY,
                  field("status", new Shape.Number(100, 599, true), false, true, "200"),
                  expr("body", ANY),
                  field("headers", new Shape.MapOf(TEXT, 20), false, true, "{}")),
              type(
                  "stop@1",
                  new NodeWiring.Stop(),
                  NodePorts.none(),
                  ANY,
                  or("outcome", words("end", "fail"), "\"end\""),
                  expr("error", TEXT),
                  expr("message", TEXT)),
              type(
                  "http-request@1",
                  new NodeWiring.Call(),
                  NodePorts.main(),
                  new Shape.Fields(
                      List.of(expr("status", ANY), expr("headers", ANY), expr("body", ANY))),
                  or("method", words("GET", "POST"), "\"GET\""),
                  field("url", Shape.Text.of(Format.URL, 1, 2_000), true, true, null),
                  field("body", body(), false, true, "{\"kind\": \"none\"}"),
                  constant("apiKey", Shape.Text.of(Format.SECRET, 0, 100))),
              type(
                  "work@1",
                  new NodeWiring.Call(),
                  NodePorts.main(),
                  ANY,
                  expr("value", ANY),
                  expr("text", TEXT)),
              type(
                  "ask@1",
                  new NodeWiring.Call(true),
                  NodePorts.main(),
                  ANY,
                  expr("provider", words("openai", "other"))),
              type(
                  "pick@1", new NodeWiring.Call(), ports("left", "right"), ANY, expr("value", ANY)),
              type(
                  "for-each@1",
                  new NodeWiring.ForEach(),
                  NodePorts.main(),
                  ANY,
                  need("items", EXPRESSION),
                  or("atOnce", new Shape.Number(1, 1_000, true), "40"),
                  constant("batch", new Shape.Number(2, 1_000, true)),
                  or("onItemError", words("stop", "keep", "drop"), "\"stop\""),
                  or("tolerated", new Shape.Number(0, 100, false), "100")),
              type(
                  "loop@1",
                  new NodeWiring.Loop(),
                  ports("main", "max"),
                  ANY,
                  need("until", CONDITION),
                  or("max", new Shape.Number(1, 10_000, true), "10")),
              type(
                  "approval@1",
                  new NodeWiring.Await(),
                  ports("approved", "rejected", "timeout"),
                  ANY,
                  expr("title", TEXT),
                  field("timeoutSeconds", SECONDS, false, true, null)),
              type(
                  "wait-for-event@1",
                  new NodeWiring.Await(),
                  ports("main", "timeout"),
                  ANY,
                  need("event", NAME),
                  expr("key", TEXT),
                  field("timeoutSeconds", SECONDS, false, true, null)),
              type(
                  "run-workflow@1",
                  new NodeWiring.RunWorkflow(),
                  NodePorts.main(),
                  ANY,
                  need("workflow", NAME),
                  expr("input", ANY),
                  or("wait", new Shape.Flag(), "true")),
              type("called-trigger@1", NodeWiring.Trigger.ofCalls(), NodePorts.main(), ANY),
              type(
                  "agent@1",
                  new NodeWiring.Agent(),
                  NodePorts.main(),
                  ANY,
                  expr("instructions", TEXT),
                  expr("prompt", TEXT))));

  private SampleTypes() {}

  public static Compiler compiler() {
    return new Compiler(VOCABULARY, new SampleResources());
  }

  private record SampleResources() implements ResourceNames {
    private static final String ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:heddle-";

    @Override
    public String function(NodeType type) {
      return "heddle-" + type.name() + ":live";
    }

    @Override
    public String function(NodeType type, String provider) {
      return "heddle-" + type.name() + "-" + provider + ":live";
    }

    @Override
    public Optional<String> workflow(String id) {
      return id.startsWith("wf_") ? Optional.of(ARN + id + ":live") : Optional.empty();
    }

    @Override
    public String machine(String name) {
      return ARN + name;
    }
  }

  private static NodeType type(
      String id, NodeWiring wiring, NodePorts ports, Shape output, Field... config) {
    return new NodeType(
        id,
        id.substring(0, id.indexOf('@')),
        "",
        NodeType.Family.FLOW,
        "box",
        List.of(),
        "",
        wiring,
        ports,
        !(wiring instanceof NodeWiring.Trigger),
        new Shape.Fields(List.of(config)),
        output);
  }

  private static NodePorts ports(String... names) {
    return new NodePorts.Fixed(List.of(names));
  }

  private static Shape words(String... words) {
    return new Shape.Choice(Stream.of(words).map(word -> new Option(word, word)).toList());
  }

  private static Shape list(Field... fields) {
    return new Shape.ListOf(new Shape.Fields(List.of(fields)), 0, 50);
  }

  private static Shape duration() {
    Map<String, Variant> variants = new LinkedHashMap<>();
    Shape seconds = new Shape.Number(0, 1e8, true);
    variants.put("seconds", variant(field("seconds", seconds, true, true, null)));
    variants.put("until", variant(field("timestamp", TEXT, true, true, null)));
    return new Shape.Union("kind", variants);
  }

  private static Shape body() {
    Map<String, Variant> variants = new LinkedHashMap<>();
    variants.put("none", variant());
    variants.put("json", variant(expr("json", ANY)));
    variants.put("text", variant(expr("text", TEXT)));
    return new Shape.Union("kind", variants);
  }

  private static Variant variant(Field... fields) {
    return new Variant("", new Shape.Fields(List.of(fields)));
  }

  private static Field need(String name, Shape shape) {
    return field(name, shape, true, false, null);
  }

  private static Field expr(String name, Shape shape) {
    return field(name, shape, false, true, null);
  }

  private static Field constant(String name, Shape shape) {
    return field(name, shape, false, false, null);
  }

  private static Field or(String name, Shape shape, String fallback) {
    return field(name, shape, false, false, fallback);
  }

  private static Field field(
      String name, Shape shape, boolean required, boolean dynamic, @Nullable String fallback) {
    JsonNode value = fallback == null ? null : JSON.readTree(fallback);
    return new Field(name, name, "", shape, required, dynamic, false, value);
  }
}
