package dev.heddle.functions.channels.webhook;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.channels.FakeIdempotency;
import dev.heddle.functions.channels.FakeRuns;
import dev.heddle.functions.channels.FakeStateMachines;
import dev.heddle.functions.core.door.ChannelDoor;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.FakeTenantSecrets;
import dev.heddle.functions.spec.port.IdGenerator;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.IntakeQueue;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.SourceMap;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** One workspace, {@code acme}, with one webhook at {@code orders}, and fakes of all behind it. */
final class WebhookWorld {
  static final Tenant ACME = new Tenant("ten_1");

  final FakeStateMachines machines = new FakeStateMachines();
  final FakeRuns runs = new FakeRuns();
  final List<IntakeMessage> queue = new ArrayList<>();

  /** The builds that were read. */
  final List<String> reads = new ArrayList<>();

  private final Kind kind;
  private final String graph;
  private final Function<Tenant, Idempotency> idempotency;
  private final Map<Class<?>, ChannelDoor> doors = new HashMap<>();
  private int ids;

  /** A webhook with this config and more nodes after it, all written with single quotes. */
  WebhookWorld(String config, Kind kind, String more) {
    this.kind = kind;
    graph =
        "{'schemaVersion':1,'name':'Orders','nodes':[{'id':'hook','type':'webhook@1','config':"
            + config
            + "},{'id':'say','type':'set@1','config':{'fields':[{'name':'v','value':1}]}}"
            + more
            + "],'edges':[{'source':'hook','target':'say'}]}";
    var kept = new FakeIdempotency();
    idempotency = _ -> kept;
  }

  static WebhookWorld atOnce(String auth) {
    return new WebhookWorld("{'path':'orders','auth':" + auth + "}", Kind.STANDARD, "");
  }

  static WebhookWorld switchedOff(String disabled) {
    return new WebhookWorld("{'path':'orders'},'disabled':" + disabled, Kind.STANDARD, "");
  }

  static WebhookWorld answering(Kind kind) {
    return new WebhookWorld(
        "{'path':'orders','respond':'answer','auth':{'kind':'none'}}",
        kind,
        ",{'id':'r','type':'respond@1'}");
  }

  /** The names that lead to workflows, published and as drafts. */
  private static final class OneHook implements Hooks {
    @Override
    public Optional<Live> live(String slug, String name) {
      return leads(slug, name) ? Optional.of(new Live(ACME, "wf_1", "v3")) : Optional.empty();
    }

    @Override
    public Optional<Test> test(String slug, String name) {
      return leads(slug, name) ? Optional.of(new Test(ACME, "wf_" + name)) : Optional.empty();
    }

    private static boolean leads(String slug, String name) {
      return slug.equals("acme") && Set.of("orders", "broken").contains(name);
    }
  }

  /** Of the workflows a channel asks few questions. */
  private Object answer(String question, Object subject) {
    return switch (question) {
      case "find" -> Optional.of(draft(subject.toString()));
      case "build" -> subject.equals("wf_1") ? Optional.of(read()) : Optional.empty();
      case "keep" -> "nothing to say";
      default -> throw new AssertionError("Nobody should ask for " + question);
    };
  }

  private WorkflowBuild read() {
    reads.add("wf_1/v3");
    return new WorkflowBuild(
        "wf_1",
        "v3",
        3,
        "arn:version",
        kind,
        WireJson.MAPPER.readTree(graph.replace('\'', '"')),
        new SourceMap(Map.of(), Map.of(), Map.of()),
        null);
  }

  /** The draft that claimed {@code broken} leads to a node that is not there. */
  private Workflow draft(String id) {
    String drawn =
        id.equals("wf_broken")
            ? graph.replace("'orders'", "'broken'").replace("'target':'say'", "'target':'gone'")
            : graph;
    Instant now = Instant.EPOCH;
    JsonNode document = WireJson.MAPPER.readTree(drawn.replace('\'', '"'));
    return Workflow.created(id, "Orders", document, now);
  }

  private ChannelDoor door(Channel channel) {
    return doors.computeIfAbsent(channel.getClass(), _ -> opened(channel));
  }

  private ChannelDoor opened(Channel channel) {
    TenantSecrets vault = new FakeTenantSecrets(Map.of("key", "It's a Secret to Everybody\n"));
    Workflows workflows =
        (Workflows)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Workflows.class},
                (_, method, arguments) -> answer(method.getName(), arguments[0]));
    Function<Tenant, Workflows> allWorkflows = _ -> workflows;
    IntakeQueue intake = queue::add;
    IdGenerator newIds = prefix -> prefix + "_new" + ++ids;
    Function<Tenant, TenantSecrets> vaults = _ -> vault;
    Function<Tenant, Runs> allRuns = _ -> runs;
    Map<Object, Object> ports = new HashMap<>();
    ports.put(Hooks.ENTITY, new OneHook());
    ports.put(Workflows.ENTITY, allWorkflows);
    ports.put("tenantSecrets", vaults);
    ports.put("machines", machines);
    ports.put(Runs.ENTITY, allRuns);
    ports.put(Idempotency.ENTITY, idempotency);
    ports.put("clock", InstantSource.fixed(Instant.parse("2026-11-20T09:00:00Z")));
    ports.put("ids", newIds);
    ports.put("settings", new DeploymentSettings("https://heddle.test", "heddle-", "", "", ""));
    if (channel.access().toString().contains("Sends")) {
      ports.put("intake", intake);
    }
    return ChannelDoor.open(channel, FakePorts.of(ports));
  }

  /** An answer, taken apart. */
  record Answer(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      return WireJson.MAPPER.readTree(body);
    }
  }

  Answer post(String path, Map<String, String> headers, byte[] body) {
    return call(new WebhookChannel(), "POST", "acme", path, headers, body);
  }

  Answer post(String body) {
    return post(
        "orders",
        Map.of("content-type", "application/json"),
        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  Answer call(
      Channel channel,
      String method,
      String tenant,
      String path,
      Map<String, String> headers,
      byte[] body) {
    String stem = channel instanceof WebhookChannel ? "/hooks/" : "/hooks-test/";
    HttpEvent event =
        new HttpEvent(
            "2.0",
            "ANY " + channel.spec().paths().getFirst(),
            stem + tenant + "/" + path,
            "a=1",
            null,
            headers,
            Map.of("a", "1"),
            Map.of("tenant", tenant, "path", path),
            new HttpEvent.RequestContext(
                null,
                "localhost",
                new HttpEvent.Http(method, stem, "HTTP/1.1", "198.51.100.7", "test"),
                "request-1",
                "$default",
                0),
            Base64.getEncoder().encodeToString(body),
            true);
    return answer(channel, WireJson.MAPPER.writeValueAsBytes(event));
  }

  Answer answer(Channel channel, byte[] event) {
    HttpReply reply = WireJson.MAPPER.readValue(door(channel).answer(event), HttpReply.class);
    String body =
        reply.isBase64Encoded()
            ? new String(Base64.getDecoder().decode(reply.body()), StandardCharsets.UTF_8)
            : reply.body();
    return new Answer(reply.statusCode(), reply.headers(), body);
  }
}
