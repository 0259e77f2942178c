package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Times;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.statemachines.language.Machine.Kind;
import tools.jackson.databind.JsonNode;

/** Workflows and versions as items. */
final class WorkflowItems {
  private WorkflowItems() {}

  static Item header(WorkflowKeys keys, Workflow workflow) {
    return Item.at(keys.header(workflow.id()))
        .set("newest", keys.list())
        .set("at", Times.key(workflow.updatedAt(), workflow.id()))
        .set("id", workflow.id())
        .set("name", workflow.name())
        .set("description", workflow.description())
        .set("revision", workflow.revision())
        .set("triggers", workflow.triggers())
        .set("createdAt", workflow.createdAt())
        .set("updatedAt", workflow.updatedAt());
  }

  static Item draft(WorkflowKeys keys, Workflow workflow) {
    return Item.at(keys.draft(workflow.id()))
        .set("revision", workflow.revision())
        .set("graph", workflow.graph());
  }

  static Workflow workflow(Item header, JsonNode graph) {
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

  static Item version(WorkflowKeys keys, Version version) {
    return Item.at(keys.version(version.workflow(), version.version()))
        .set("workflow", version.workflow())
        .set("version", version.version())
        .set("kind", version.kind())
        .set("kindReason", version.kindReason())
        .set("note", version.note())
        .set("publishedBy", version.publishedBy())
        .set("publishedAt", version.publishedAt());
  }

  static Version version(Item item) {
    return new Version(
        item.text("workflow"),
        item.count("version"),
        Kind.valueOf(item.text("kind")),
        item.text("kindReason"),
        item.text("note"),
        item.text("publishedBy"),
        item.instant("publishedAt"));
  }
}
