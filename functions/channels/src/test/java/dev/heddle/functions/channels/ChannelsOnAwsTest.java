package dev.heddle.functions.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.events.SqsEvent;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.channels.dispatch.DispatchIntake;
import dev.heddle.functions.channels.webhook.WebhookChannel;
import dev.heddle.functions.core.door.ChannelDoor;
import dev.heddle.functions.core.door.JobDoor;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

/** From a call to a run on the embedded services, each unit with the rights it declares only. */
class ChannelsOnAwsTest {
  private static final SourceMap NO_SOURCES = new SourceMap(Map.of(), Map.of(), Map.of());

  private final AwsDeployment cloud = LocalCloud.cloud();
  private final Ports owner =
      cloud.ports(
          TestUnit.with(
              new Access.Writes(Users.ENTITY),
              new Access.Writes(Tenants.ENTITY),
              new Access.Writes(Workflows.ENTITY),
              new Access.Writes(Hooks.ENTITY),
              new Access.Reads(Runs.ENTITY),
              new Access.Uses(Access.Secrets.TENANT_WRITE),
              new Access.BuildsMachines(),
              new Access.StartsRuns()));
  private final Tenant tenant = new Tenant(owner.ids().next("ten"));
  private final String slug = "acme-" + tenant.id().substring(4);
  private final ChannelDoor door =
      ChannelDoor.open(new WebhookChannel(), cloud.ports(new WebhookChannel()));

  @BeforeEach
  void register() {
    Instant now = Instant.now();
    User user = new User(owner.ids().next("usr"), slug + "@example.com", "Ada", "hash", now);
    owner.of(Users.ENTITY).register(user, new Workspace(tenant, slug, "Acme", now));
  }

  /** Publishes a workflow that answers with what it was sent. */
  private WorkflowBuild publish(Kind kind, String config) {
    Instant now = Instant.now();
    String id = owner.ids().next("wf");
    JsonNode graph =
        json(
            "{'schemaVersion':1,'name':'Echo','nodes':[{'id':'hook','type':'webhook@1','config':"
                + config
                + "},{'id':'r','type':'respond@1','config':{}}]}");
    Workflows workflows = owner.of(Workflows.ENTITY).apply(tenant);
    List<AddressClaim> claims = List.of(new AddressClaim("echo", "the webhook path echo"));
    workflows.create(Workflow.created(id, "Echo", graph, now), claims);
    JsonNode definition =
        json(
            "{'QueryLanguage':'JSONata','StartAt':'R','States':{'R':{'Type':'Pass','End':true,"
                + "'Output':{'respond':{'status':201,'headers':{},"
                + "'body':'{% $states.input.payload.body %}'}}}}}");
    var machine = new CompiledMachine(definition, kind, "", NO_SOURCES, RunMap.NONE, List.of());
    String arn = owner.machines().build(tenant.id(), id, "v1", machine);
    WorkflowBuild build = new WorkflowBuild(id, "v1", 1, arn, kind, graph, NO_SOURCES, null);
    workflows.keep(build);
    workflows.point(build, 1, now, claims);
    return build;
  }

  private static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }

  private HttpReply post(Map<String, String> headers, String body) {
    String path = "/hooks/" + slug + "/echo";
    return door.answer(
        new HttpEvent(
            "2.0",
            "ANY /hooks/{tenant}/{path+}",
            path,
            "",
            null,
            headers,
            null,
            Map.of("tenant", slug, "path", "echo"),
            new HttpEvent.RequestContext(
                null,
                "localhost",
                new HttpEvent.Http("POST", path, "HTTP/1.1", "198.51.100.7", "test"),
                "request-1",
                "$default",
                0),
            body,
            false));
  }

  private static String body(HttpReply reply) {
    return new String(Base64.getDecoder().decode(reply.body()), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void answersWithWhatTheRunSaysAndRunsOnce(Kind kind) {
    WorkflowBuild build = publish(kind, "{'path':'echo','respond':'answer'}");
    Map<String, String> headers =
        Map.of("content-type", "application/json", "idempotency-key", "order-7");
    HttpReply first = post(headers, "{\"id\":7}");
    HttpReply second = post(headers, "{\"id\":7}");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(body(first)).isEqualTo("{\"id\":7}");
    assertThat(body(second)).isEqualTo(body(first));
    assertThat(runs(build)).hasSize(1);
    assertThat(post(headers, "{\"id\":8}").statusCode()).isBetween(409, 422);
  }

  private List<String> runs(WorkflowBuild build) {
    return owner
        .of(Runs.ENTITY)
        .apply(tenant)
        .list(build.workflow(), null, 10, null)
        .items()
        .stream()
        .map(run -> run.id())
        .toList();
  }

  @Test
  void checksTheSecretThatIsStored() {
    publish(
        Kind.EXPRESS,
        "{'path':'echo','respond':'answer',"
            + "'auth':{'kind':'header','name':'X-Key','secret':'hook-key'}}");
    assertThat(post(Map.of("x-key", "right"), "hi").statusCode()).isEqualTo(401);
    owner.tenantSecrets().apply(tenant).store("hook-key", "right");
    assertThat(post(Map.of("x-key", "wrong"), "hi").statusCode()).isEqualTo(401);
  }

  @Test
  void startsFromTheQueueOnce() {
    WorkflowBuild build = publish(Kind.STANDARD, "{'path':'echo'}");
    HttpReply reply = post(Map.of("content-type", "text/plain"), "later");
    assertThat(reply.statusCode()).isEqualTo(202);
    String run = WireJson.MAPPER.readTree(body(reply)).path("run").asString("");
    assertThat(runs(build)).isEmpty();
    SqsEvent event = new SqsEvent(queued());
    var dispatcher = JobDoor.open(new DispatchIntake(), cloud.ports(new DispatchIntake()));
    assertThat(dispatcher.answer(event).batchItemFailures()).isEmpty();
    assertThat(dispatcher.answer(event).batchItemFailures()).isEmpty();
    var outcome = owner.machines().await(build.versionArn(), run, Duration.ofSeconds(10));
    assertThat(outcome.orElseThrow().output())
        .isEqualTo(json("{'respond':{'status':201,'headers':{},'body':'later'}}"));
    assertThat(runs(build)).containsExactly(run);
  }

  /** The messages of this workspace; the queue is shared with other tests of the process. */
  private List<SqsEvent.Message> queued() {
    String queue = cloud.settings().intakeQueueUrl();
    List<SqsEvent.Message> found = new ArrayList<>();
    for (int i = 0; i < 10 && found.isEmpty(); i++) {
      cloud
          .clients()
          .sqs
          .get()
          .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
          .messages()
          .stream()
          .filter(message -> message.body().contains(tenant.id()))
          .map(ChannelsOnAwsTest::delivered)
          .forEach(found::add);
    }
    return found;
  }

  private static SqsEvent.Message delivered(Message message) {
    return new SqsEvent.Message(
        message.messageId(), message.receiptHandle(), message.body(), Map.of(), "arn", null);
  }
}
