package dev.heddle.functions.aws.entity.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.table.Graphs;
import dev.heddle.functions.aws.table.Open;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Hook;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.Machine.Kind;
import dev.heddle.statemachines.language.SourceMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DynamoHooksTest {
  private static final Instant NOW = Instant.now();

  private final Ports ports =
      LocalCloud.cloud()
          .ports(
              TestUnit.with(
                  new Access.Writes(Users.ENTITY),
                  new Access.Writes(Tenants.ENTITY),
                  new Access.Writes(Workflows.ENTITY),
                  new Access.Writes(Hooks.ENTITY)));
  private final Tenant tenant = new Tenant(ports.ids().next("ten"));
  private final String slug = "acme-" + tenant.id().substring(4);
  private final Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
  private final Hooks hooks =
      new DynamoHooks(
          new Table(
              LocalCloud.cloud().clients().dynamoDb, "heddle", Open.TO_ALL, InstantSource.system()),
          (_, _, workflow) -> build(workflow, "d1", 0));

  @BeforeEach
  void register() {
    User user = new User(ports.ids().next("usr"), slug + "@example.com", "Ada", "hash", NOW);
    ports.of(Users.ENTITY).register(user, new Workspace(tenant, slug, "Acme", NOW));
  }

  private Workflow created(JsonNode graph) {
    Workflow workflow =
        new Workflow(
            ports.ids().next("wf"), "W", "", 1, List.of(), null, null, null, NOW, NOW, graph);
    workflows.create(workflow);
    return workflow;
  }

  private static Build build(Workflow workflow, String id, long version) {
    return new Build(
        workflow.id(),
        id,
        version,
        "arn:" + id,
        Kind.STANDARD,
        workflow.graph(),
        new SourceMap(Map.of(), Map.of(), Map.of()),
        null);
  }

  private Build published(Workflow workflow) {
    Build build = build(workflow, "v1", 1);
    workflows.keep(build);
    workflows.point(build, 1, NOW);
    return build;
  }

  @Test
  void leadToThePublishedBuild() {
    Workflow workflow = created(Graphs.withWebhooks("orders/new", "other"));
    assertThat(hooks.find(slug, "orders/new", false)).isEmpty();
    Build build = published(workflow);

    Hook hook = hooks.find(slug, "orders/new", false).orElseThrow();

    assertThat(hook.tenant()).isEqualTo(tenant);
    assertThat(hook.build()).isEqualTo(build);
    assertThat(hook.trigger()).isEqualTo("hook0");
    assertThat(hook.config().path("method").asString()).isEqualTo("POST");
    assertThat(hooks.find(slug, "other", false).orElseThrow().trigger()).isEqualTo("hook1");
  }

  @Test
  void leadToTheDraftWhenTesting() {
    Workflow workflow = created(Graphs.withWebhooks("draft-path"));

    assertThat(hooks.find(slug, "draft-path", true).orElseThrow().build())
        .isEqualTo(build(workflow, "d1", 0));
    assertThat(hooks.find(slug, "draft-path", false)).isEmpty();
  }

  @Test
  void leadToTheDraftThatNamedThePathLast() {
    created(Graphs.withWebhooks("wanted"));
    Workflow second = created(Graphs.withWebhooks("wanted"));

    assertThat(hooks.find(slug, "wanted", true).orElseThrow().build().workflow())
        .isEqualTo(second.id());
  }

  @Test
  void leadNowhereOnceADraftNoLongerNamesThePath() {
    Workflow workflow = created(Graphs.withWebhooks("old"));
    workflows.save(
        new Workflow(
            workflow.id(),
            "W",
            "",
            2,
            List.of(),
            null,
            null,
            null,
            NOW,
            NOW,
            Graphs.withWebhooks("new")),
        1);

    assertThat(hooks.find(slug, "old", true)).isEmpty();
    assertThat(hooks.find(slug, "new", true)).isPresent();
    workflows.delete(workflow.id());
    assertThat(hooks.find(slug, "new", true)).isEmpty();
  }

  @Test
  void leaveOutDisabledNodesAndUnfitPaths() {
    ObjectNode graph = (ObjectNode) Graphs.withWebhooks("on", "off", "sp ace", "#", "on");
    ((ObjectNode) graph.path("nodes").get(1)).put("disabled", true);
    graph.withArray("nodes").add("rubbish").addNull();
    created(graph);

    assertThat(hooks.find(slug, "on", true).orElseThrow().trigger()).isEqualTo("hook0");
    assertThat(hooks.find(slug, "off", true)).isEmpty();
    created(Wire.JSON.readTree("[1,2]"));
    created(Wire.JSON.readTree("{\"nodes\":{\"a\":{\"type\":7,\"config\":[]}}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "UPPER", "a#b", "../x"})
  void leadNowhereForOtherSlugs(String other) {
    published(created(Graphs.withWebhooks("here")));

    assertThat(hooks.find(other, "here", false)).isEmpty();
    assertThat(hooks.find(slug, other, false)).isEmpty();
    assertThat(hooks.find(other.repeat(1_000), other.repeat(1_000), true)).isEmpty();
  }
}
