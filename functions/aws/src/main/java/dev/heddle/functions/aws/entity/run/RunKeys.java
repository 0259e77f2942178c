package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;

/** Where a tenant's runs stand. */
public record RunKeys(Tenant tenant) {
  static final String RUN = "RUN";
  static final String NODE = "NODE#";
  static final String TALLY = "TALLY#";

  /** All runs, in the index of the newest. */
  public String list() {
    return TableKey.partition(tenant, RUN);
  }

  /** A workflow's runs, in the index by parent. */
  public String ofWorkflow(String workflow) {
    return TableKey.partition(tenant, RUN, "OF#" + workflow);
  }

  /** The runs that stand so, in the index by standing. */
  public String standing(Run.Status status) {
    return TableKey.partition(tenant, RUN, "IS#" + status);
  }

  public String partition(String run) {
    return TableKey.partition(tenant, RUN, run);
  }

  TableKey header(String run) {
    return new TableKey(partition(run), RUN);
  }

  TableKey input(String run) {
    return new TableKey(partition(run), RUN + "#INPUT");
  }

  TableKey output(String run) {
    return new TableKey(partition(run), RUN + "#OUTPUT");
  }

  /** A node of one iteration. */
  TableKey node(String run, NodeTrace node) {
    return new TableKey(partition(run), NODE + node.key());
  }

  TableKey cursor(String run, String execution) {
    return new TableKey(partition(run), "TRAIL#" + execution);
  }

  /** How many iterations of a node are no longer kept. */
  TableKey droppedCount(String run, String node) {
    return new TableKey(partition(run), TALLY + node);
  }

  /** Which run an execution belongs to that a for-each started. */
  TableKey adopted(String execution) {
    return new TableKey(partition(execution), "ADOPTED");
  }

  /** What a node was sent, when it does not fit the node's item. */
  TableKey sent(String run, NodeTrace node, long event) {
    return new TableKey(partition(run), "SENT#" + node.key() + "#" + event);
  }
}
