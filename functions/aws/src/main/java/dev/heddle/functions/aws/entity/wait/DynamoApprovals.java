package dev.heddle.functions.aws.entity.wait;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Index;
import dev.heddle.functions.aws.table.IndexStart;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Pages;
import dev.heddle.functions.aws.table.Query;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Times;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.run.Preview;
import dev.heddle.functions.spec.shape.Wire;
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

  private final Table table;
  private final ApprovalKeys keys;

  /** The approvals of a tenant. */
  public DynamoApprovals(Table table, Tenant tenant) {
    this.table = table;
    keys = new ApprovalKeys(tenant);
  }

  /** The token comes first: whoever sees the question can send an answer. */
  @Override
  public void ask(Approval approval, String token) {
    Item kept =
        Item.at(keys.token(approval.id()))
            .set("token", token)
            .expiresAt(approval.askedAt().plus(LONGEST_WAIT));
    boolean anew =
        table.put(
            kept,
            Expression.of("attribute_not_exists(#pk) OR #token <> :token").with("token", token));
    table.put(item(approval), anew ? Expression.ALWAYS : Expression.ABSENT);
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
    var start = new IndexStart(Index.BY_STANDING, partition, at -> keys.approval(Times.id(at)));
    return new Pages(table, item -> item.text("at"), Times.FORM, start)
        .page(Query.of(partition).in(Index.BY_STANDING), null, limit, cursor, this::inList);
  }

  @Override
  public List<Approval> waitingOf(String run) {
    Query query = Query.of(keys.ofRun(run)).in(Index.BY_PARENT).atMost(MOST_OF_A_RUN);
    return table.query(query).items().stream()
        .filter(item -> item.text("status").equals(Status.WAITING.name()))
        .flatMap(item -> find(item.text("id")).stream())
        .filter(approval -> approval.status() == Status.WAITING)
        .toList();
  }

  @Override
  public boolean change(Approval next, Approval before) {
    return table.put(
        item(next),
        Expression.of("#status = :before AND #askedAt = :askedAt")
            .with("before", before.status())
            .with("askedAt", before.askedAt()));
  }

  private Item item(Approval approval) {
    JsonNode details = approval.question().details();
    return Item.at(keys.approval(approval.id()))
        .set("standing", keys.standing(approval.status() == Status.WAITING))
        .set("parent", keys.ofRun(approval.place().run()))
        .set("at", Times.key(approval.askedAt(), approval.id()))
        .set("id", approval.id())
        .set("status", approval.status())
        .set("askedAt", approval.askedAt())
        .set(APPROVAL, Wire.JSON.valueToTree(with(approval, listed(details))))
        .set("details", details);
  }

  private static @Nullable JsonNode listed(@Nullable JsonNode details) {
    return details == null ? null : Preview.cut(details, LISTED_DETAILS);
  }

  /** What an index projects can't be changed: one that was made earlier holds keys and ids only. */
  private Approval inList(Item item) {
    return item.has(APPROVAL)
        ? listed(item)
        : find(item.text("id")).orElseThrow(() -> Fault.notFound("approval " + item.text("id")));
  }

  private static Approval listed(Item item) {
    return Wire.JSON.treeToValue(item.json(APPROVAL), Approval.class);
  }

  private static Approval whole(Item item) {
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
