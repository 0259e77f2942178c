package dev.heddle.functions.aws.table;

import java.util.List;

/**
 * A table, on demand, with point-in-time recovery.
 *
 * @param name unless the deployment calls it otherwise
 */
public record TableSpec(String name, List<Projection> indexes) {

  /**
   * An index with the attributes it holds besides the keys; a change of others costs it nothing.
   */
  public record Projection(TableIndex index, List<String> attributes) {}
}
