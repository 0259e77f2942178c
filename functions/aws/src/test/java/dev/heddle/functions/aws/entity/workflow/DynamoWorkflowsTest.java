package dev.heddle.functions.aws.entity.workflow;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.table.WebhookGraphs;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Page;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DynamoWorkflowsTest {
  private final MovableClock clock = new MovableClock();
  private final Ports ports =
      LocalCloud.cloud(clock)
          .ports(
              TestUnit.with(new Access.Writes(Workflows.ENTITY), new Access.Writes(Hooks.ENTITY)));
  private final Workflows workflows = ofTenant();
  private final Instant now = clock.instant();

  private Workflows ofTenant() {
    return ports.of(Workflows.ENTITY).apply(new Tenant(ports.ids().next("ten")));
  }

  private static Optional<String> holder(Workflows workflows, String path) {
    return workflows.holder(WebhookGraphs.claims(path).getFirst());
  }

  private Workflow workflow(long revision, JsonNode graph) {
    return workflow(ports.ids().next("wf"), revision, graph, now);
  }

  private static Workflow workflow(String id, long revision, JsonNode graph, Instant at) {
    return new Workflow(
        id, "Triage", "", revision, List.of("webhook@1"), null, null, null, at, at, graph);
  }

  private Workflow created(String... paths) {
    Workflow workflow = workflow(1, WebhookGraphs.withWebhooks(paths));
    workflows.create(workflow, WebhookGraphs.claims(paths));
    return workflow;
  }

  private static Workflow changed(Workflow workflow, JsonNode graph) {
    return new Workflow(
        workflow.id(),
        "Changed",
        "described",
        workflow.revision() + 1,
        List.of(),
        null,
        null,
        null,
        workflow.createdAt(),
        workflow.updatedAt().plusSeconds(1),
        graph);
  }

  private static final RunMap MAP =
      new RunMap(
          "Triage",
          Map.of(
              "hook0",
              new RunMap.Node("webhook@1", null, List.of(), List.of("main"), false, null),
              "off",
              new RunMap.Node(
                  "if@1",
                  "each1",
                  List.of(new RunMap.Edge("hook0", "main")),
                  List.of("false"),
                  true,
                  "false")),
          List.of(new RunMap.Entry("hook0", RunMap.Role.EVENT)),
          List.of("answer"),
          true,
          "wf_errors");

  private static WorkflowBuild build(Workflow workflow, String id, long version) {
    return new WorkflowBuild(
        workflow.id(),
        id,
        version,
        "arn:aws:states:us-east-1:1:stateMachine:x:" + id,
        Kind.STANDARD,
        workflow.graph(),
        new SourceMap(
            Map.of("Ticket", new SourceMap.Origin("hook0", true)),
            Map.of("hook0", "hook0"),
            Map.of()),
        MAP);
  }

  @Test
  void findsWhatWasCreatedButNotForOthers() {
    Workflow workflow = created("a");

    assertThat(workflows.find(workflow.id())).contains(workflow);
    assertThat(ofTenant().find(workflow.id())).isEmpty();
    assertThat(workflows.find("wf_none")).isEmpty();
    assertThat(workflows.find("x#".repeat(3_000))).isEmpty();
  }

  @Test
  void takesAnIdOnce() {
    Workflow workflow = created("a");

    refused(Problem.Conflict.class, () -> workflows.create(workflow, List.of()));
  }

  @Test
  void savesTheDraftAtTheExpectedRevision() {
    Workflow workflow = created("a");
    Workflow next = changed(workflow, WebhookGraphs.withWebhooks("b"));

    workflows.save(next, 1, WebhookGraphs.claims("b"));

    assertThat(workflows.find(workflow.id())).contains(next);
    refused(
        Problem.PreconditionFailed.class, () -> workflows.save(next, 1, WebhookGraphs.claims("b")));
    refused(
        Problem.NotFound.class,
        () -> workflows.save(workflow(1, WebhookGraphs.withWebhooks()), 1, List.of()));
    refused(Problem.NotFound.class, () -> ofTenant().save(next, 2, List.of()));
  }

  @Test
  void letsOneOfManySavesThrough() throws Exception {
    Workflow workflow = created("a");

    List<Boolean> outcomes =
        ConcurrentWrites.of(
            6,
            i -> {
              try {
                workflows.save(
                    changed(workflow, WebhookGraphs.withWebhooks("race" + i)),
                    1,
                    WebhookGraphs.claims("race" + i));
                return true;
              } catch (Fault e) {
                return false;
              }
            });

    assertThat(Collections.frequency(outcomes, true)).isOne();
    Workflow saved = workflows.find(workflow.id()).orElseThrow();
    assertThat(saved.graph())
        .isEqualTo(WebhookGraphs.withWebhooks("race" + outcomes.indexOf(true)));
  }

  @Test
  void keepsLargeGraphsAndRefusesWhatDoesNotFit() {
    JsonNode large = WireJson.MAPPER.createObjectNode().put("text", "word ".repeat(300_000));
    Workflow workflow = workflow(1, large);
    workflows.create(workflow, List.of());
    assertThat(workflows.find(workflow.id()).orElseThrow().graph()).isEqualTo(large);

    JsonNode noise = WireJson.MAPPER.createObjectNode().put("text", WebhookGraphs.noise(600_000));
    refused(Problem.TooLarge.class, () -> workflows.create(workflow(1, noise), List.of()));
    JsonNode huge = WireJson.MAPPER.createObjectNode().put("text", "a".repeat(5_000_000));
    refused(Problem.TooLarge.class, () -> workflows.create(workflow(1, huge), List.of()));
  }

  @Test
  void listsTheNewestChangeFirstPageByPage() {
    List<Workflow> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Workflow workflow =
          workflow(ports.ids().next("wf"), 1, WebhookGraphs.withWebhooks(), now.plusMillis(i));
      workflows.create(workflow, List.of());
      made.addFirst(workflow);
    }
    Workflow first = changed(made.removeLast(), WebhookGraphs.withWebhooks());
    workflows.save(first, 1, List.of());
    made.addFirst(first);

    List<String> listed = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Workflow> page = workflows.list(3, cursor);
      page.items().forEach(item -> listed.add(item.id()));
      assertThat(page.items()).allSatisfy(item -> assertThat(item.graph().isNull()).isTrue());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(listed).containsExactlyElementsOf(made.stream().map(Workflow::id).toList());
    assertThat(ofTenant().list(3, null).items()).isEmpty();
  }

  @Test
  void endsAListExactly() {
    created();
    created();

    assertThat(workflows.list(2, null).nextCursor()).isNull();
    assertThat(workflows.list(1, null).nextCursor()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "AAAA", "bnVsbA", "MjAyNi0xMS0yMFQxMDowMDowMFo"})
  void refusesForeignCursors(String cursor) {
    refused(Problem.Invalid.class, () -> workflows.list(3, cursor));
    refused(Problem.Invalid.class, () -> workflows.versions("wf_1", 3, cursor));
    refused(Problem.Invalid.class, () -> workflows.list(3, cursor + "A".repeat(100_000)));
  }

  @Test
  void keepsAnothersCursorToTheOwnList() {
    created();
    Workflows others = ofTenant();
    for (int i = 0; i < 3; i++) {
      others.create(workflow(1, WebhookGraphs.withWebhooks()), List.of());
    }

    String cursor = others.list(1, null).nextCursor();

    assertThat(workflows.list(10, cursor).items()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void keepsBuilds() {
    Workflow workflow = created("a");
    WorkflowBuild build = build(workflow, "v1", 1);

    workflows.keep(build);
    workflows.keep(build);

    assertThat(workflows.build(workflow.id(), "v1")).contains(build);
    assertThat(workflows.build(workflow.id(), "v")).isEmpty();
    assertThat(ofTenant().build(workflow.id(), "v1")).isEmpty();
  }

  @Test
  void forgetsBuildsOfDraftsAfterAMonth() {
    Workflow workflow = created("a");
    workflows.keep(build(workflow, "dabc", 0));
    workflows.keep(build(workflow, "v1", 1));

    clock.pass(Duration.ofDays(30).plusSeconds(1));

    assertThat(workflows.build(workflow.id(), "dabc")).isEmpty();
    assertThat(workflows.build(workflow.id(), "v1")).isPresent();
  }

  @Test
  void countsVersionsAndTakesANumberOnce() {
    Workflow workflow = created("a");
    assertThat(workflows.nextVersion(workflow.id())).isOne();
    for (long i = 1; i <= 12; i++) {
      workflows.add(version(workflow, i), build(workflow, "v" + i, i));
    }

    assertThat(workflows.nextVersion(workflow.id())).isEqualTo(13);
    assertThat(workflows.version(workflow.id(), 12)).contains(version(workflow, 12));
    assertThat(workflows.version(workflow.id(), 13)).isEmpty();
    refused(
        Problem.Conflict.class,
        () ->
            workflows.add(
                version(workflow, 12),
                build(changed(workflow, WebhookGraphs.withWebhooks("late")), "v12", 12)));
    assertThat(workflows.build(workflow.id(), "v12")).contains(build(workflow, "v12", 12));
    Page<WorkflowVersion> page = workflows.versions(workflow.id(), 5, null);
    assertThat(page.items())
        .extracting(WorkflowVersion::version)
        .containsExactly(12L, 11L, 10L, 9L, 8L);
    assertThat(workflows.versions(workflow.id(), 20, page.nextCursor()).items())
        .extracting(WorkflowVersion::version)
        .startsWith(7L)
        .endsWith(1L);
  }

  private WorkflowVersion version(Workflow workflow, long number) {
    return new WorkflowVersion(
        workflow.id(), number, Kind.EXPRESS, "it is short", "", "usr_ada", now);
  }

  @Test
  void pointsToABuildWithAllItsHooks() {
    Workflow workflow = created("a", "b");
    WorkflowBuild first = build(workflow, "v1", 1);
    workflows.keep(first);
    assertThat(workflows.published(workflow.id())).isEmpty();

    workflows.point(first, 1, now, WebhookGraphs.claims("a", "b"));

    assertThat(workflows.published(workflow.id())).contains(first);
    assertThat(holder(workflows, "a")).contains(workflow.id());
    assertThat(holder(workflows, "b")).contains(workflow.id());
    Workflow found = workflows.find(workflow.id()).orElseThrow();
    assertThat(found.publishedVersion()).isEqualTo(1);
    assertThat(found.publishedRevision()).isEqualTo(1);
    assertThat(found.publishedAt()).isEqualTo(now);

    Workflow next = changed(workflow, WebhookGraphs.withWebhooks("b", "c"));
    WorkflowBuild second = build(next, "v2", 2);
    workflows.keep(second);
    workflows.point(second, 2, now, WebhookGraphs.claims("b", "c"));
    workflows.point(second, 2, now, WebhookGraphs.claims("b", "c"));

    assertThat(holder(workflows, "a")).isEmpty();
    assertThat(holder(workflows, "b")).contains(workflow.id());
    assertThat(holder(workflows, "c")).contains(workflow.id());
    assertThat(holder(ofTenant(), "c")).isEmpty();
  }

  @Test
  void givesAPathToOneWorkflowOnly() throws Exception {
    List<Workflow> rivals = List.of(created("same"), created("same"), created("same"));
    rivals.forEach(rival -> workflows.keep(build(rival, "v1", 1)));

    List<Boolean> outcomes =
        ConcurrentWrites.of(
            3,
            i -> {
              try {
                workflows.point(
                    build(rivals.get(i), "v1", 1), 1, now, WebhookGraphs.claims("same"));
                return true;
              } catch (Fault e) {
                assertThat(e.problem())
                    .isEqualTo(
                        new Problem.Conflict(
                            "The webhook path same is already used by “Triage”. Choose another"
                                + " one."));
                return false;
              }
            });

    assertThat(Collections.frequency(outcomes, true)).isOne();
    String winner = rivals.get(outcomes.indexOf(true)).id();
    assertThat(holder(workflows, "same")).contains(winner);

    workflows.delete(winner);
    assertThat(holder(workflows, "same")).isEmpty();
  }

  @Test
  void removesEverything() {
    Workflow workflow = created("a");
    workflows.add(version(workflow, 1), build(workflow, "v1", 1));
    workflows.point(build(workflow, "v1", 1), 1, now, WebhookGraphs.claims("a"));

    workflows.delete(workflow.id());
    workflows.delete(workflow.id());

    assertThat(workflows.find(workflow.id())).isEmpty();
    assertThat(workflows.build(workflow.id(), "v1")).isEmpty();
    assertThat(workflows.version(workflow.id(), 1)).isEmpty();
    assertThat(holder(workflows, "a")).isEmpty();
    assertThat(workflows.list(10, null).items()).isEmpty();
    refused(
        Problem.NotFound.class, () -> workflows.point(build(workflow, "v1", 1), 1, now, List.of()));
  }

  @Test
  void removesMoreThanABatch() {
    Workflow workflow = created("a");
    for (long i = 1; i <= 40; i++) {
      workflows.add(version(workflow, i), build(workflow, "v" + i, i));
    }

    workflows.delete(workflow.id());

    assertThat(workflows.versions(workflow.id(), 10, null).items()).isEmpty();
  }

  @Test
  void takesAsManyClaimsAsATransactionHoldsTwice() {
    List<AddressClaim> first = claims("first");
    List<AddressClaim> second = claims("second");
    Workflow workflow = workflow(1, WebhookGraphs.withWebhooks());
    workflows.create(workflow, first);
    workflows.keep(build(workflow, "v1", 1));
    workflows.point(build(workflow, "v1", 1), 1, now, first);

    workflows.save(changed(workflow, WebhookGraphs.withWebhooks()), 1, second);
    workflows.point(build(workflow, "v1", 1), 2, now, second);

    assertThat(workflows.holder(first.getLast())).isEmpty();
    assertThat(workflows.holder(second.getLast())).contains(workflow.id());
  }

  @Test
  void refusesMoreClaimsThanATransactionHolds() {
    List<AddressClaim> tooMany = new ArrayList<>(claims("path"));
    tooMany.addAll(WebhookGraphs.claims("one-more"));
    Workflow workflow = created("a");

    refused(
        Problem.Invalid.class,
        () -> workflows.create(workflow(1, WebhookGraphs.withWebhooks()), tooMany));
    refused(
        Problem.Invalid.class,
        () -> workflows.save(changed(workflow, WebhookGraphs.withWebhooks()), 1, tooMany));
    refused(
        Problem.Invalid.class, () -> workflows.point(build(workflow, "v1", 1), 1, now, tooMany));
    assertThat(workflows.find(workflow.id())).contains(workflow);
  }

  private static List<AddressClaim> claims(String prefix) {
    return IntStream.range(0, Workflows.MOST_CLAIMS)
        .mapToObj(i -> prefix + i)
        .flatMap(path -> WebhookGraphs.claims(path).stream())
        .toList();
  }
}
