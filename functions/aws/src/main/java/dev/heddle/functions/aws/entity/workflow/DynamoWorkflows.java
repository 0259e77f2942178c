package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Index;
import dev.heddle.functions.aws.table.IndexStart;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Pages;
import dev.heddle.functions.aws.table.Query;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Times;
import dev.heddle.functions.aws.table.Write;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Claim;
import dev.heddle.functions.spec.workflow.Page;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A tenant's workflows in DynamoDB. */
public final class DynamoWorkflows implements Workflows {
  private static final JsonNode NO_GRAPH = JsonNodeFactory.instance.nullNode();
  private static final int READS = 5;

  private final Table table;
  private final WorkflowKeys keys;
  private final WorkflowBuilds builds;
  private final WorkflowHooks hooks;

  /** The workflows of a tenant. */
  public DynamoWorkflows(Table table, Tenant tenant) {
    this.table = table;
    keys = new WorkflowKeys(tenant);
    builds = new WorkflowBuilds(table, keys);
    hooks = new WorkflowHooks(table, keys);
  }

  @Override
  public void create(Workflow workflow, List<Claim> claims) {
    List<Write> writes = new ArrayList<>();
    Item header =
        WorkflowItems.header(keys, workflow).set("testHooks", WorkflowHooks.names(claims));
    writes.add(new Write.Put(header, Expression.ABSENT));
    writes.add(new Write.Put(WorkflowItems.draft(keys, workflow), Expression.ALWAYS));
    writes.addAll(hooks.claimed(workflow.id(), claims, List.of()));
    if (table.transact(writes).isPresent()) {
      throw new Fault(new Problem.Conflict("There is a workflow " + workflow.id() + " already."));
    }
  }

  /** Header and draft are read in one query; when a save came between, again. */
  @Override
  public Optional<Workflow> find(String id) {
    for (int i = 0; i < READS; i++) {
      List<Item> items = table.all(keys.partition(id), WorkflowKeys.HEADER);
      if (items.size() < 2) {
        return Optional.empty();
      }
      Item header = items.get(0);
      Item draft = items.get(1);
      if (header.count("revision") == draft.count("revision")) {
        return Optional.of(WorkflowItems.workflow(header, draft.json("graph")));
      }
    }
    throw new Fault(new Problem.Unavailable("The workflow is being saved all the time.", 1));
  }

  @Override
  public Page<Workflow> list(int limit, @Nullable String cursor) {
    var start = new IndexStart(Index.NEWEST, keys.list(), at -> keys.header(Times.id(at)));
    return new Pages(table, item -> item.text("at"), Times.FORM, start)
        .page(
            Query.of(keys.list()).in(Index.NEWEST),
            null,
            limit,
            cursor,
            item -> WorkflowItems.workflow(item, NO_GRAPH));
  }

  @Override
  public void save(Workflow workflow, long expectedRevision, List<Claim> claims) {
    List<String> names = WorkflowHooks.names(claims);
    Item before = header(workflow.id());
    List<Write> writes = new ArrayList<>();
    writes.add(saved(workflow, expectedRevision, names));
    writes.add(new Write.Put(WorkflowItems.draft(keys, workflow), Expression.ALWAYS));
    writes.addAll(hooks.claimed(workflow.id(), claims, before.texts("testHooks")));
    if (before.count("revision") != expectedRevision || table.transact(writes).isPresent()) {
      throw new Fault(
          new Problem.PreconditionFailed(
              "Someone else saved this workflow. Load it again to see what changed."));
    }
    hooks.release(workflow.id(), before.texts("testHooks"), names);
  }

  private Write saved(Workflow workflow, long expectedRevision, List<String> names) {
    return new Write.Change(
        keys.header(workflow.id()),
        "SET #name = :name, #description = :description, #revision = :revision,"
            + " #triggers = :triggers, #updatedAt = :updatedAt, #at = :at, #testHooks = :hooks",
        Expression.of("#revision = :expected")
            .with("expected", expectedRevision)
            .with("name", workflow.name())
            .with("description", workflow.description())
            .with("revision", workflow.revision())
            .with("triggers", workflow.triggers())
            .with("updatedAt", workflow.updatedAt())
            .with("at", Times.key(workflow.updatedAt(), workflow.id()))
            .with("hooks", names));
  }

  /** Header and claims go first, at once; what is left can be repeated. */
  @Override
  public void delete(String id) {
    for (int i = 0; i < READS; i++) {
      Optional<Item> header = table.get(keys.header(id));
      if (header.isEmpty() || hooks.remove(id, header.get())) {
        table.clear(keys.partition(id));
        return;
      }
    }
    throw new Fault(new Problem.Unavailable("The workflow is being changed all the time.", 1));
  }

  @Override
  public void keep(Build build) {
    builds.keep(build);
  }

  @Override
  public void keepRunMap(Build build) {
    builds.keepRunMap(build);
  }

  @Override
  public Optional<Build> build(String workflow, String id) {
    return builds.find(workflow, id);
  }

  @Override
  public Optional<Build> published(String workflow) {
    return table
        .get(keys.header(workflow))
        .flatMap(header -> header.findText("publishedBuild"))
        .flatMap(id -> builds.find(workflow, id));
  }

  @Override
  public Optional<String> holder(Claim claim) {
    return hooks.holder(claim);
  }

  @Override
  public long nextVersion(String workflow) {
    return versions(workflow, 1, null).items().stream()
        .mapToLong(version -> version.version() + 1)
        .findFirst()
        .orElse(1);
  }

  @Override
  public void add(Version version, Build build) {
    List<Write> writes = new ArrayList<>(builds.writes(build));
    writes.add(new Write.Put(WorkflowItems.version(keys, version), Expression.ABSENT));
    if (table.transact(writes).isPresent()) {
      throw new Fault(
          new Problem.Conflict(
              "Version " + version.version() + " was published meanwhile. Publish again."));
    }
  }

  @Override
  public Optional<Version> version(String workflow, long version) {
    return table.get(keys.version(workflow, version)).map(WorkflowItems::version);
  }

  @Override
  public Page<Version> versions(String workflow, int limit, @Nullable String cursor) {
    String partition = keys.partition(workflow);
    return new Pages(
            table,
            item -> item.key().sk(),
            WorkflowKeys.VERSION_FORM,
            position -> new Key(partition, position).attributes())
        .page(
            Query.of(partition).beginning(WorkflowKeys.VERSION),
            null,
            limit,
            cursor,
            WorkflowItems::version);
  }

  @Override
  public void point(Build build, long revision, Instant at, List<Claim> claims) {
    hooks.point(header(build.workflow()), build, revision, at, claims);
  }

  private Item header(String id) {
    return table.get(keys.header(id)).orElseThrow(() -> Fault.notFound("workflow " + id));
  }
}
