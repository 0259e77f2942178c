package dev.heddle.functions.aws.entity.wait;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.IndexStartKey;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.QueryPager;
import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableQuery;
import dev.heddle.functions.aws.table.TimeSortKeys;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.run.ValuePreview;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Status;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tenant's approvals in DynamoDB. The token is an item of its own kind, so that only who may
 * complete tasks can read it.
 */
public final class DynamoApprovals implements Approvals {
  private static final String APPROVAL = "approval";
  private static final int MOST_OF_A_RUN = 1_000;

  private final DocumentTable table;
  private final ApprovalKeys keys;

  /** The approvals of a tenant. */
  public DynamoApprovals(DocumentTable table, Tenant tenant) {
    this.table = table;
    keys = new ApprovalKeys(tenant);
  }

  /** The token comes first: whoever sees the question can send an answer. */
  @Override
  public void ask(Approval approval, String token) {
    TableItem item =
        TableItem.at(keys.token(approval.id()))
            .set("token", token)
            .expiresAt(approval.askedAt().plus(LONGEST_WAIT));
    // The same question asked again by a repeated call changes nothing: written over, it would take
    // back a decision that was made meanwhile. Another token is another attempt, which asks anew.
    boolean anew =
        table.put(
            item,
            ItemCondition.of("attribute_not_exists(#pk) OR #token <> :token").with("token", token));
    table.put(item(approval), anew ? ItemCondition.ALWAYS : ItemCondition.ABSENT);
  }

  @Override
  public Optional<Approval> find(String id) {
    return table.get(keys.approval(id)).map(DynamoApprovals::whole);
  }

  @Override
  public Optional<String> token(String id) {
    return table.get(keys.token(id)).map(item -> item.text("token"));
  }

  @Override
  public Page<Approval> list(boolean waiting, int limit, @Nullable String cursor) {
    String partition = keys.standing(waiting);
    var start =
        new IndexStartKey(
            TableIndex.BY_STANDING, partition, at -> keys.approval(TimeSortKeys.id(at)));
    return new QueryPager(table, item -> item.text("at"), TimeSortKeys.FORM, start)
        .page(
            TableQuery.of(partition).in(TableIndex.BY_STANDING), null, limit, cursor, this::inList);
  }

  @Override
  public List<Approval> waitingOf(String run) {
    TableQuery query =
        TableQuery.of(keys.ofRun(run)).in(TableIndex.BY_PARENT).atMost(MOST_OF_A_RUN);
    return table.query(query).items().stream()
        .filter(item -> item.text("status").equals(Status.WAITING.name()))
        // Read again, since an index may be behind.
        .flatMap(item -> find(item.text("id")).stream())
        .filter(approval -> approval.status() == Status.WAITING)
        .toList();
  }

  @Override
  public boolean change(Approval next, Approval before) {
    return table.put(
        item(next),
        // Two who decide at once: the second finds that the status has changed. askedAt tells a
        // question asked anew from the one that was read.
        ItemCondition.of("#status = :before AND #askedAt = :askedAt")
            .with("before", before.status())
            .with("askedAt", before.askedAt()));
  }

  private TableItem item(Approval approval) {
    JsonNode details = approval.question().details();
    return TableItem.at(keys.approval(approval.id()))
        .set("standing", keys.standing(approval.status() == Status.WAITING))
        .set("parent", keys.ofRun(approval.place().run()))
        .set("at", TimeSortKeys.key(approval.askedAt(), approval.id()))
        .set("id", approval.id())
        .set("status", approval.status())
        .set("askedAt", approval.askedAt())
        .set(APPROVAL, WireJson.MAPPER.valueToTree(with(approval, listed(details))))
        .set("details", details);
  }

  private static @Nullable JsonNode listed(@Nullable JsonNode details) {
    return details == null ? null : ValuePreview.cut(details, LISTED_DETAILS);
  }

  /** What an index projects can't be changed: one that was made earlier holds keys and ids only. */
  private Approval inList(TableItem item) {
    return item.has(APPROVAL)
        ? listed(item)
        : find(item.text("id")).orElseThrow(() -> Fault.notFound("approval " + item.text("id")));
  }

  private static Approval listed(TableItem item) {
    return WireJson.MAPPER.treeToValue(item.json(APPROVAL), Approval.class);
  }

  private static Approval whole(TableItem item) {
    return with(listed(item), item.findJson("details").orElse(null));
  }

  private static Approval with(Approval approval, @Nullable JsonNode details) {
    Approval.Question question = approval.question();
    return new Approval(
        approval.id(),
        approval.status(),
        approval.place(),
        new Approval.Question(question.title(), question.message(), details, question.approvers()),
        approval.askedAt(),
        approval.expiresAt(),
        approval.decision(),
        approval.sent());
  }
}
