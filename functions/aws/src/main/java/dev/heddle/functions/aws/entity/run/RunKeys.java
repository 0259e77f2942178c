package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.Key;
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
    return Key.partition(tenant, RUN);
  }

  /** A workflow's runs, in the index by parent. */
  public String ofWorkflow(String workflow) {
    return Key.partition(tenant, RUN, "OF#" + workflow);
  }

  /** The runs that stand so, in the index by standing. */
  public String standing(Run.Status status) {
    return Key.partition(tenant, RUN, "IS#" + status);
  }

  public String partition(String run) {
    return Key.partition(tenant, RUN, run);
  }

  Key header(String run) {
    return new Key(partition(run), RUN);
  }

  Key input(String run) {
    return new Key(partition(run), RUN + "#INPUT");
  }

  Key output(String run) {
    return new Key(partition(run), RUN + "#OUTPUT");
  }

  /** A node of one iteration. */
  Key node(String run, NodeTrace node) {
    return new Key(partition(run), NODE + node.key());
  }

  Key trail(String run, String execution) {
    return new Key(partition(run), "TRAIL#" + execution);
  }

  /** How many iterations of a node are no longer kept. */
  Key tally(String run, String node) {
    return new Key(partition(run), TALLY + node);
  }

  /** Which run an execution belongs to that a for-each started. */
  Key adopted(String execution) {
    return new Key(partition(execution), "ADOPTED");
  }

  /** What a node was sent, when it does not fit the node's item. */
  Key sent(String run, NodeTrace node, long event) {
    return new Key(partition(run), "SENT#" + node.key() + "#" + event);
  }
}
