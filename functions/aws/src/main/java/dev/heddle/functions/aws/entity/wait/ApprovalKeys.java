package dev.heddle.functions.aws.entity.wait;

import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.spec.caller.Tenant;

/** Where a tenant's approvals stand. */
record ApprovalKeys(Tenant tenant) {
  private static final String APPROVAL = "APPROVAL";
  private static final String TOKEN = "TOKEN";

  TableKey approval(String id) {
    return new TableKey(TableKey.partition(tenant, APPROVAL, id), APPROVAL);
  }

  TableKey token(String id) {
    return new TableKey(TableKey.partition(tenant, TOKEN, id), TOKEN);
  }

  /** Those that wait or don't, in the index by standing. */
  String standing(boolean waiting) {
    return TableKey.partition(tenant, APPROVAL, "IS#" + (waiting ? "WAITING" : "DECIDED"));
  }

  /** Those of a run, in the index by parent. */
  String ofRun(String run) {
    return TableKey.partition(tenant, APPROVAL, "OF#" + run);
  }
}
