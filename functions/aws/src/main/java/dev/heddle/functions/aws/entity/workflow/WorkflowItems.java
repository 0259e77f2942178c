package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TimeSortKeys;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import tools.jackson.databind.JsonNode;

/** Workflows and versions as items. */
final class WorkflowItems {
  private WorkflowItems() {}

  static TableItem header(WorkflowKeys keys, Workflow workflow) {
    return TableItem.at(keys.header(workflow.id()))
        .set("newest", keys.list())
        .set("at", TimeSortKeys.key(workflow.updatedAt(), workflow.id()))
        .set("id", workflow.id())
        .set("name", workflow.name())
        .set("description", workflow.description())
        .set("revision", workflow.revision())
        .set("triggers", workflow.triggers())
        .set("createdAt", workflow.createdAt())
        .set("updatedAt", workflow.updatedAt());
  }

  static TableItem draft(WorkflowKeys keys, Workflow workflow) {
    return TableItem.at(keys.draft(workflow.id()))
        .set("revision", workflow.revision())
        .set("graph", workflow.graph());
  }

  static Workflow workflow(TableItem header, JsonNode graph) {
    return new Workflow(
        header.text("id"),
        header.text("name"),
        header.text("description"),
        header.count("revision"),
        header.texts("triggers"),
        header.number("publishedVersion").orElse(null),
        header.number("publishedRevision").orElse(null),
        header.findInstant("publishedAt").orElse(null),
        header.instant("createdAt"),
        header.instant("updatedAt"),
        graph);
  }

  static TableItem version(WorkflowKeys keys, WorkflowVersion version) {
    return TableItem.at(keys.version(version.workflow(), version.version()))
        .set("workflow", version.workflow())
        .set("version", version.version())
        .set("kind", version.kind())
        .set("kindReason", version.kindReason())
        .set("note", version.note())
        .set("publishedBy", version.publishedBy())
        .set("publishedAt", version.publishedAt());
  }

  static WorkflowVersion version(TableItem item) {
    return new WorkflowVersion(
        item.text("workflow"),
        item.count("version"),
        Kind.valueOf(item.text("kind")),
        item.text("kindReason"),
        item.text("note"),
        item.text("publishedBy"),
        item.instant("publishedAt"));
  }
}
