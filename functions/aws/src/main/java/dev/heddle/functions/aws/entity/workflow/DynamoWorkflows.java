package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.IndexStartKey;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.QueryPager;
import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableQuery;
import dev.heddle.functions.aws.table.TableWrite;
import dev.heddle.functions.aws.table.TimeSortKeys;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.Page;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
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
  // Each is spoiled by one save only; five in a row means that something saves without pause.
  private static final int READS = 5;

  private final DocumentTable table;
  private final WorkflowKeys keys;
  private final WorkflowBuildItems builds;
  private final AddressClaimItems hooks;

  /** The workflows of a tenant. */
  public DynamoWorkflows(DocumentTable table, Tenant tenant) {
    this.table = table;
    keys = new WorkflowKeys(tenant);
    builds = new WorkflowBuildItems(table, keys);
    hooks = new AddressClaimItems(table, keys);
  }

  @Override
  public void create(Workflow workflow, List<AddressClaim> claims) {
    List<TableWrite> writes = new ArrayList<>();
    TableItem header =
        WorkflowItems.header(keys, workflow).set("testHooks", AddressClaimItems.names(claims));
    writes.add(new TableWrite.Put(header, ItemCondition.ABSENT));
    writes.add(new TableWrite.Put(WorkflowItems.draft(keys, workflow), ItemCondition.ALWAYS));
    writes.addAll(hooks.claimed(workflow.id(), claims, List.of()));
    if (table.transact(writes).isPresent()) {
      throw new Fault(
          new Problem.Conflict("A workflow with the id " + workflow.id() + " already exists."));
    }
  }

  /** Header and draft are read in one query; when a save came between, again. */
  @Override
  public Optional<Workflow> find(String id) {
    for (int i = 0; i < READS; i++) {
      List<TableItem> items = table.all(keys.partition(id), WorkflowKeys.HEADER);
      if (items.size() < 2) {
        return Optional.empty();
      }
      TableItem header = items.get(0);
      TableItem draft = items.get(1);
      // The two items are written in one transaction, but a query is no snapshot: mixed, a graph
      // would be shown under a revision that is not its own, and saved over the real one.
      if (header.count("revision") == draft.count("revision")) {
        return Optional.of(WorkflowItems.workflow(header, draft.json("graph")));
      }
    }
    throw new Fault(
        new Problem.Unavailable("Others are saving this workflow right now. Try again.", 1));
  }

  @Override
  public Page<Workflow> list(int limit, @Nullable String cursor) {
    var start =
        new IndexStartKey(TableIndex.NEWEST, keys.list(), at -> keys.header(TimeSortKeys.id(at)));
    return new QueryPager(table, item -> item.text("at"), TimeSortKeys.FORM, start)
        .page(
            TableQuery.of(keys.list()).in(TableIndex.NEWEST),
            null,
            limit,
            cursor,
            item -> WorkflowItems.workflow(item, NO_GRAPH));
  }

  @Override
  public void save(Workflow workflow, long expectedRevision, List<AddressClaim> claims) {
    List<String> names = AddressClaimItems.names(claims);
    TableItem before = header(workflow.id());
    List<TableWrite> writes = new ArrayList<>();
    writes.add(saved(workflow, expectedRevision, names));
    writes.add(new TableWrite.Put(WorkflowItems.draft(keys, workflow), ItemCondition.ALWAYS));
    writes.addAll(hooks.claimed(workflow.id(), claims, before.texts("testHooks")));
    // Looked at first to spare the transaction; the condition in it is what decides.
    if (before.count("revision") != expectedRevision || table.transact(writes).isPresent()) {
      throw new Fault(
          new Problem.PreconditionFailed(
              "Someone else saved this workflow. Reload it to see what changed."));
    }
    // After the save: released first, an address could go to another workflow while this one, whose
    // save is then refused, still names it.
    hooks.release(workflow.id(), before.texts("testHooks"), names);
  }

  private TableWrite saved(Workflow workflow, long expectedRevision, List<String> names) {
    return new TableWrite.Change(
        keys.header(workflow.id()),
        "SET #name = :name, #description = :description, #revision = :revision,"
            + " #triggers = :triggers, #updatedAt = :updatedAt, #at = :at, #testHooks = :hooks",
        ItemCondition.of("#revision = :expected")
            .with("expected", expectedRevision)
            .with("name", workflow.name())
            .with("description", workflow.description())
            .with("revision", workflow.revision())
            .with("triggers", workflow.triggers())
            .with("updatedAt", workflow.updatedAt())
            .with("at", TimeSortKeys.key(workflow.updatedAt(), workflow.id()))
            .with("hooks", names));
  }

  /** Header and claims go first, at once; what is left can be repeated. */
  @Override
  public void delete(String id) {
    for (int i = 0; i < READS; i++) {
      Optional<TableItem> header = table.get(keys.header(id));
      if (header.isEmpty() || hooks.remove(id, header.get())) {
        table.clear(keys.partition(id));
        return;
      }
    }
    throw new Fault(
        new Problem.Unavailable("Others are changing this workflow right now. Try again.", 1));
  }

  @Override
  public void keep(WorkflowBuild build) {
    builds.keep(build);
  }

  @Override
  public void keepRunMap(WorkflowBuild build) {
    builds.keepRunMap(build);
  }

  @Override
  public Optional<WorkflowBuild> build(String workflow, String id) {
    return builds.find(workflow, id);
  }

  @Override
  public Optional<WorkflowBuild> published(String workflow) {
    return table
        .get(keys.header(workflow))
        .flatMap(header -> header.findText("publishedBuild"))
        .flatMap(id -> builds.find(workflow, id));
  }

  @Override
  public Optional<String> holder(AddressClaim claim) {
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
  public void add(WorkflowVersion version, WorkflowBuild build) {
    List<TableWrite> writes = new ArrayList<>(builds.writes(build));
    writes.add(new TableWrite.Put(WorkflowItems.version(keys, version), ItemCondition.ABSENT));
    if (table.transact(writes).isPresent()) {
      throw new Fault(
          new Problem.Conflict(
              "Version " + version.version() + " was published in the meantime. Publish again."));
    }
  }

  @Override
  public Optional<WorkflowVersion> version(String workflow, long version) {
    return table.get(keys.version(workflow, version)).map(WorkflowItems::version);
  }

  @Override
  public Page<WorkflowVersion> versions(String workflow, int limit, @Nullable String cursor) {
    String partition = keys.partition(workflow);
    return new QueryPager(
            table,
            item -> item.key().sk(),
            WorkflowKeys.VERSION_FORM,
            position -> new TableKey(partition, position).attributes())
        .page(
            TableQuery.of(partition).beginning(WorkflowKeys.VERSION),
            null,
            limit,
            cursor,
            WorkflowItems::version);
  }

  @Override
  public void point(WorkflowBuild build, long revision, Instant at, List<AddressClaim> claims) {
    hooks.point(header(build.workflow()), build, revision, at, claims);
  }

  private TableItem header(String id) {
    return table.get(keys.header(id)).orElseThrow(() -> Fault.notFound("workflow " + id));
  }
}
