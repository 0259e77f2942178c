package dev.heddle.functions.aws.entity.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.table.WebhookGraphs;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.SourceMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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
  private final Hooks hooks = ports.of(Hooks.ENTITY);

  @BeforeEach
  void register() {
    User user = new User(ports.ids().next("usr"), slug + "@example.com", "Ada", "hash", NOW);
    ports.of(Users.ENTITY).register(user, new Workspace(tenant, slug, "Acme", NOW));
  }

  private Workflow created(String... claims) {
    Workflow workflow = workflow(ports.ids().next("wf"), 1);
    workflows.create(workflow, WebhookGraphs.claims(claims));
    return workflow;
  }

  private static Workflow workflow(String id, long revision) {
    JsonNode graph = WebhookGraphs.withWebhooks();
    return new Workflow(id, "W", "", revision, List.of(), null, null, null, NOW, NOW, graph);
  }

  private void published(Workflow workflow, String... claims) {
    WorkflowBuild build =
        new WorkflowBuild(
            workflow.id(),
            "v1",
            1,
            "arn:v1",
            Kind.STANDARD,
            workflow.graph(),
            new SourceMap(Map.of(), Map.of(), Map.of()),
            null);
    workflows.keep(build);
    workflows.point(build, 1, NOW, WebhookGraphs.claims(claims));
  }

  private void saved(Workflow workflow, String... claims) {
    workflows.save(workflow(workflow.id(), 2), 1, WebhookGraphs.claims(claims));
  }

  private Hooks.Test testOf(Workflow workflow) {
    return new Hooks.Test(tenant, workflow.id());
  }

  @Test
  void leadToThePublishedBuild() {
    Workflow workflow = created("orders/new");
    assertThat(hooks.live(slug, "orders/new")).isEmpty();

    published(workflow, "orders/new", "bot:orders");

    Hooks.Live live = new Hooks.Live(tenant, workflow.id(), "v1");
    assertThat(hooks.live(slug, "orders/new")).contains(live);
    assertThat(hooks.live(slug, "bot:orders")).contains(live);
    published(workflow, "bot:orders");
    assertThat(hooks.live(slug, "orders/new")).isEmpty();
  }

  @Test
  void leadToTheDraftThatClaimedANameLast() {
    Workflow first = created("wanted");
    assertThat(hooks.test(slug, "wanted")).contains(testOf(first));
    assertThat(hooks.live(slug, "wanted")).isEmpty();

    Workflow second = created("wanted");
    assertThat(hooks.test(slug, "wanted")).contains(testOf(second));

    saved(first);
    assertThat(hooks.test(slug, "wanted")).contains(testOf(second));
  }

  @Test
  void leadNowhereOnceADraftNoLongerClaimsAName() {
    Workflow workflow = created("old");
    saved(workflow, "new");

    assertThat(hooks.test(slug, "old")).isEmpty();
    assertThat(hooks.test(slug, "new")).contains(testOf(workflow));
  }

  @Test
  void leadNowhereOnceTheWorkflowIsGone() {
    Workflow workflow = created("here");
    published(workflow, "here");

    workflows.delete(workflow.id());

    assertThat(hooks.test(slug, "here")).isEmpty();
    assertThat(hooks.live(slug, "here")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "UPPER", "a#b", "../x"})
  void leadNowhereForOtherSlugs(String other) {
    published(created("here"), "here");

    assertThat(hooks.live(other, "here")).isEmpty();
    assertThat(hooks.live(slug, other)).isEmpty();
    assertThat(hooks.test(other.repeat(1_000), other.repeat(1_000))).isEmpty();
  }
}
