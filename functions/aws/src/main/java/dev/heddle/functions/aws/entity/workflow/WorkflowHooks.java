package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Write;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Claim;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of workflows' claims. A live claim is a workflow's own until it gives it up; a test
 * claim belongs to the draft that wanted it last.
 */
final class WorkflowHooks {
  private final Table table;
  private final WorkflowKeys keys;

  WorkflowHooks(Table table, WorkflowKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  /** What a workflow's header remembers of its claims, so that they can be given up. */
  static List<String> names(List<Claim> claims) {
    if (claims.size() > Workflows.MOST_CLAIMS) {
      throw Fault.invalid(
          "graph", "has more than " + Workflows.MOST_CLAIMS + " webhooks or other addresses");
    }
    return claims.stream().map(Claim::name).toList();
  }

  /** The writes by which a draft takes the names it did not have. */
  List<Write> claimed(String workflow, List<Claim> claims, List<String> before) {
    return names(claims).stream()
        .filter(name -> !before.contains(name))
        .map(name -> Item.at(keys.testHook(name)).set("workflow", workflow))
        .<Write>map(item -> new Write.Put(item, Expression.ALWAYS))
        .toList();
  }

  /** Gives up the test claims that are no longer wanted, unless another draft took them. */
  void release(String workflow, List<String> before, List<String> after) {
    before.stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> table.delete(keys.testHook(name), owned(workflow)));
  }

  /** Removes a workflow's header and claims; false when it was changed meanwhile. */
  boolean remove(String workflow, Item header) {
    List<Write> writes = new ArrayList<>();
    Expression unchanged = unchanged(header);
    writes.add(new Write.Delete(header.key(), unchanged));
    for (String name : header.texts("liveHooks")) {
      writes.add(new Write.Delete(keys.liveHook(name), owned(workflow)));
    }
    boolean removed = table.transact(writes).isEmpty();
    if (removed) {
      release(workflow, header.texts("testHooks"), List.of());
    }
    return removed;
  }

  private static Expression owned(String workflow) {
    return Expression.of("#workflow = :workflow").with("workflow", workflow);
  }

  Optional<String> holder(Claim claim) {
    return table.get(keys.liveHook(claim.name())).map(item -> item.text("workflow"));
  }

  /** Moves the pointer and all live claims of a workflow at once. */
  void point(Item header, Build build, long revision, Instant at, List<Claim> claims) {
    List<String> after = names(claims);
    List<Write> writes = new ArrayList<>();
    writes.add(pointer(header, build, revision, at, after));
    after.forEach(name -> writes.add(hook(build, name)));
    header.texts("liveHooks").stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> writes.add(new Write.Delete(keys.liveHook(name), Expression.ALWAYS)));
    table
        .transact(writes)
        .ifPresent(
            failed -> {
              throw failed == 0 ? changedMeanwhile() : taken(claims.get(failed - 1));
            });
  }

  private static Fault changedMeanwhile() {
    return new Fault(
        new Problem.Conflict("This workflow was published or removed meanwhile. Try again."));
  }

  private Fault taken(Claim claim) {
    String name =
        holder(claim)
            .flatMap(other -> table.get(keys.header(other)))
            .map(other -> other.text("name"))
            .orElse("another workflow");
    return claim.takenBy(name);
  }

  private Write pointer(Item header, Build build, long revision, Instant at, List<String> names) {
    return new Write.Change(
        header.key(),
        "SET #publishedBuild = :build, #publishedVersion = :version,"
            + " #publishedRevision = :revision, #publishedAt = :at, #liveHooks = :names",
        unchanged(header)
            .with("build", build.id())
            .with("version", build.version())
            .with("revision", revision)
            .with("at", at)
            .with("names", names));
  }

  /** That the workflow is there and points where it did, so that its list of claims is right. */
  private static Expression unchanged(Item header) {
    return header
        .findText("publishedBuild")
        .map(
            build ->
                Expression.of("attribute_exists(#pk) AND #publishedBuild = :seen")
                    .with("seen", build))
        .orElse(Expression.of("attribute_exists(#pk) AND attribute_not_exists(#publishedBuild)"));
  }

  private Write hook(Build build, String name) {
    return new Write.Put(
        Item.at(keys.liveHook(name)).set("workflow", build.workflow()).set("build", build.id()),
        Expression.of("attribute_not_exists(#pk) OR #workflow = :workflow")
            .with("workflow", build.workflow()));
  }
}
