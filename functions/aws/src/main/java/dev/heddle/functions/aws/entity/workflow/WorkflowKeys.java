package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.Key;
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
    return Key.partition(tenant, HEADER);
  }

  public String partition(String workflow) {
    return Key.partition(tenant, HEADER, workflow);
  }

  Key header(String workflow) {
    return new Key(partition(workflow), HEADER);
  }

  Key draft(String workflow) {
    return new Key(partition(workflow), HEADER + "#DRAFT");
  }

  /** Before the range keys of a build's items. */
  static String build(String id) {
    return "BUILD#" + id + "#";
  }

  Key build(String workflow, String id, String part) {
    return new Key(partition(workflow), build(id) + part);
  }

  Key version(String workflow, long version) {
    return new Key(partition(workflow), VERSION + "%010d".formatted(version));
  }

  Key liveHook(String name) {
    return new Key(Key.partition(tenant, "HOOK", "LIVE#" + name), "HOOK");
  }

  public Key testHook(String name) {
    return new Key(Key.partition(tenant, "HOOK", "TEST#" + name), "HOOK");
  }
}
