package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.spec.caller.Tenant;
import java.util.regex.Pattern;

/** Where a tenant's workflows, builds, versions and claims stand. */
public record WorkflowKeys(Tenant tenant) {
  static final String HEADER = "WORKFLOW";
  static final String VERSION = "VERSION#";

  /** What the range key of a version looks like. */
  static final Pattern VERSION_FORM = Pattern.compile("VERSION#\\d{10}");

  /** All workflows, in the index of the newest. */
  public String list() {
    return TableKey.partition(tenant, HEADER);
  }

  public String partition(String workflow) {
    return TableKey.partition(tenant, HEADER, workflow);
  }

  TableKey header(String workflow) {
    return new TableKey(partition(workflow), HEADER);
  }

  TableKey draft(String workflow) {
    return new TableKey(partition(workflow), HEADER + "#DRAFT");
  }

  /** Before the range keys of a build's items. */
  static String build(String id) {
    return "BUILD#" + id + "#";
  }

  TableKey build(String workflow, String id, String part) {
    return new TableKey(partition(workflow), build(id) + part);
  }

  TableKey version(String workflow, long version) {
    return new TableKey(partition(workflow), VERSION + "%010d".formatted(version));
  }

  TableKey liveHook(String name) {
    return new TableKey(TableKey.partition(tenant, "HOOK", "LIVE#" + name), "HOOK");
  }

  public TableKey testHook(String name) {
    return new TableKey(TableKey.partition(tenant, "HOOK", "TEST#" + name), "HOOK");
  }
}
