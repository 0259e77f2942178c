package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Write;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.triggers.webhook.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The hook items of workflows. A path of a published workflow is its own until it gives it up; a
 * path of drafts belongs to the draft that named it last.
 */
final class WorkflowHooks {
  /** Twice as many and the pointer fit one transaction (100). */
  private static final int MOST = 40;

  private final Table table;
  private final WorkflowKeys keys;

  WorkflowHooks(Table table, WorkflowKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  List<String> paths(JsonNode graph) {
    List<String> paths = Webhook.of(graph).stream().map(Webhook::path).toList();
    if (paths.size() > MOST) {
      throw Fault.invalid("graph", "has more than " + MOST + " webhooks");
    }
    return paths;
  }

  /** The writes by which a draft takes the paths it did not have. */
  List<Write> claimed(Workflow workflow, List<String> before) {
    return paths(workflow.graph()).stream()
        .filter(path -> !before.contains(path))
        .map(path -> Item.at(keys.testHook(path)).set("workflow", workflow.id()))
        .<Write>map(item -> new Write.Put(item, Expression.ALWAYS))
        .toList();
  }

  /** Gives up the draft paths that are no longer named, unless another draft took them. */
  void release(String workflow, List<String> before, Collection<String> after) {
    before.stream()
        .filter(path -> !after.contains(path))
        .forEach(path -> table.delete(keys.testHook(path), owned(workflow)));
  }

  /** Removes a workflow's header and hooks; false when it was changed meanwhile. */
  boolean remove(String workflow, Item header) {
    List<Write> writes = new ArrayList<>();
    Expression unchanged = unchanged(header);
    writes.add(new Write.Delete(header.key(), unchanged));
    for (String path : header.texts("liveHooks")) {
      writes.add(new Write.Delete(keys.liveHook(path), owned(workflow)));
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

  Optional<String> answering(String path) {
    return table.get(keys.liveHook(path)).map(item -> item.text("workflow"));
  }

  /** Moves the pointer and all hooks of a workflow at once. */
  void point(Item header, Build build, long revision, Instant at) {
    List<String> before = header.texts("liveHooks");
    List<String> after = paths(build.graph());
    List<Write> writes = new ArrayList<>();
    writes.add(pointer(header, build, revision, at, after));
    after.forEach(path -> writes.add(hook(build, path)));
    before.stream()
        .filter(path -> !after.contains(path))
        .forEach(path -> writes.add(new Write.Delete(keys.liveHook(path), Expression.ALWAYS)));
    table
        .transact(writes)
        .ifPresent(
            failed -> {
              throw new Fault(new Problem.Conflict(refusal(failed, after)));
            });
  }

  private static String refusal(int failed, List<String> paths) {
    return failed == 0
        ? "This workflow was published or removed meanwhile. Try again."
        : "Another published workflow answers at the webhook path " + paths.get(failed - 1) + ".";
  }

  private Write pointer(Item header, Build build, long revision, Instant at, List<String> paths) {
    return new Write.Change(
        header.key(),
        "SET #publishedBuild = :build, #publishedVersion = :version,"
            + " #publishedRevision = :revision, #publishedAt = :at, #liveHooks = :paths",
        unchanged(header)
            .with("build", build.id())
            .with("version", build.version())
            .with("revision", revision)
            .with("at", at)
            .with("paths", paths));
  }

  /** That the workflow is there and points where it did, so that its list of hooks is right. */
  private static Expression unchanged(Item header) {
    return header
        .findText("publishedBuild")
        .map(
            build ->
                Expression.of("attribute_exists(#pk) AND #publishedBuild = :seen")
                    .with("seen", build))
        .orElse(Expression.of("attribute_exists(#pk) AND attribute_not_exists(#publishedBuild)"));
  }

  private Write hook(Build build, String path) {
    return new Write.Put(
        Item.at(keys.liveHook(path)).set("workflow", build.workflow()).set("build", build.id()),
        Expression.of("attribute_not_exists(#pk) OR #workflow = :workflow")
            .with("workflow", build.workflow()));
  }
}
