package dev.heddle.functions.aws.entity.wait;

import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.spec.caller.Tenant;

/** Where a tenant's approvals stand. */
record ApprovalKeys(Tenant tenant) {
  private static final String APPROVAL = "APPROVAL";
  private static final String TOKEN = "TOKEN";

  Key approval(String id) {
    return new Key(Key.partition(tenant, APPROVAL, id), APPROVAL);
  }

  Key token(String id) {
    return new Key(Key.partition(tenant, TOKEN, id), TOKEN);
  }

  /** Those that wait or don't, in the index by standing. */
  String standing(boolean waiting) {
    return Key.partition(tenant, APPROVAL, "IS#" + (waiting ? "WAITING" : "DECIDED"));
  }

  /** Those of a run, in the index by parent. */
  String ofRun(String run) {
    return Key.partition(tenant, APPROVAL, "OF#" + run);
  }
}
