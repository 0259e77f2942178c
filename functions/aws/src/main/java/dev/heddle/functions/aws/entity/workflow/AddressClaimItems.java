package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableWrite;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of workflows' claims. A live claim is a workflow's own until it gives it up; a test
 * claim belongs to the draft that wanted it last.
 */
final class AddressClaimItems {
  private final DocumentTable table;
  private final WorkflowKeys keys;

  AddressClaimItems(DocumentTable table, WorkflowKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  /** What a workflow's header remembers of its claims, so that they can be given up. */
  static List<String> names(List<AddressClaim> claims) {
    if (claims.size() > Workflows.MOST_CLAIMS) {
      throw Fault.invalid(
          "graph",
          "At most " + Workflows.MOST_CLAIMS + " webhooks and other addresses are allowed");
    }
    return claims.stream().map(AddressClaim::name).toList();
  }

  /** The writes by which a draft takes the names it did not have. */
  List<TableWrite> claimed(String workflow, List<AddressClaim> claims, List<String> before) {
    return names(claims).stream()
        .filter(name -> !before.contains(name))
        .map(name -> TableItem.at(keys.testHook(name)).set("workflow", workflow))
        .<TableWrite>map(item -> new TableWrite.Put(item, ItemCondition.ALWAYS))
        .toList();
  }

  /** Gives up the test claims that are no longer wanted, unless another draft took them. */
  void release(String workflow, List<String> before, List<String> after) {
    before.stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> table.delete(keys.testHook(name), owned(workflow)));
  }

  /** Removes a workflow's header and claims; false when it was changed meanwhile. */
  boolean remove(String workflow, TableItem header) {
    List<TableWrite> writes = new ArrayList<>();
    ItemCondition unchanged = unchanged(header);
    writes.add(new TableWrite.Delete(header.key(), unchanged));
    for (String name : header.texts("liveHooks")) {
      writes.add(new TableWrite.Delete(keys.liveHook(name), owned(workflow)));
    }
    boolean removed = table.transact(writes).isEmpty();
    if (removed) {
      release(workflow, header.texts("testHooks"), List.of());
    }
    return removed;
  }

  private static ItemCondition owned(String workflow) {
    return ItemCondition.of("#workflow = :workflow").with("workflow", workflow);
  }

  Optional<String> holder(AddressClaim claim) {
    return table.get(keys.liveHook(claim.name())).map(item -> item.text("workflow"));
  }

  /** Moves the pointer and all live claims of a workflow at once. */
  void point(
      TableItem header, WorkflowBuild build, long revision, Instant at, List<AddressClaim> claims) {
    List<String> after = names(claims);
    List<TableWrite> writes = new ArrayList<>();
    writes.add(pointer(header, build, revision, at, after));
    after.forEach(name -> writes.add(hook(build, name)));
    header.texts("liveHooks").stream()
        .filter(name -> !after.contains(name))
        .forEach(
            name -> writes.add(new TableWrite.Delete(keys.liveHook(name), ItemCondition.ALWAYS)));
    table
        .transact(writes)
        .ifPresent(
            failed -> {
              throw failed == 0 ? changedMeanwhile() : alreadyClaimed(claims.get(failed - 1));
            });
  }

  private static Fault changedMeanwhile() {
    return new Fault(
        new Problem.Conflict("This workflow was published or deleted in the meantime. Try again."));
  }

  private Fault alreadyClaimed(AddressClaim claim) {
    String name =
        holder(claim)
            .flatMap(other -> table.get(keys.header(other)))
            .map(other -> other.text("name"))
            .orElse("another workflow");
    return claim.takenBy(name);
  }

  private TableWrite pointer(
      TableItem header, WorkflowBuild build, long revision, Instant at, List<String> names) {
    return new TableWrite.Change(
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
  private static ItemCondition unchanged(TableItem header) {
    return header
        .findText("publishedBuild")
        .map(
            build ->
                ItemCondition.of("attribute_exists(#pk) AND #publishedBuild = :seen")
                    .with("seen", build))
        .orElse(
            ItemCondition.of("attribute_exists(#pk) AND attribute_not_exists(#publishedBuild)"));
  }

  private TableWrite hook(WorkflowBuild build, String name) {
    return new TableWrite.Put(
        TableItem.at(keys.liveHook(name))
            .set("workflow", build.workflow())
            .set("build", build.id()),
        ItemCondition.of("attribute_not_exists(#pk) OR #workflow = :workflow")
            .with("workflow", build.workflow()));
  }
}
