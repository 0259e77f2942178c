package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** UpdateTimeToLive and DescribeTimeToLive. */
public final class TimeToLive {
  private static final String SPECIFICATION = "TimeToLiveSpecification";

  private final Store store;

  /** The expiry of items in the store's tables. */
  public TimeToLive(Store store) {
    this.store = store;
  }

  /** Enables or disables expiry. */
  public ObjectNode update(Input input) {
    Table seen = Tables.known(store, input);
    Input specification = input.object(SPECIFICATION);
    new Constraints().present("timeToLiveSpecification", specification).enforce();
    Input given = Objects.requireNonNull(specification);
    String attribute = given.text("AttributeName");
    new Constraints()
        .present("timeToLiveSpecification.attributeName", attribute)
        .length("timeToLiveSpecification.attributeName", attribute, 1, 255)
        .enforce();
    boolean enabled = given.flag("Enabled", false);
    String name = Objects.requireNonNull(attribute);
    store.expiries().change(seen, table -> changed(table, name, enabled));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject(SPECIFICATION).put("Enabled", enabled).put("AttributeName", name);
    return answer;
  }

  private static Table changed(Table table, String attribute, boolean enabled) {
    if (enabled && table.expiry() != null) {
      throw Faults.validation(
          table.expiry().equals(attribute)
              ? "TimeToLive is already enabled"
              : "TimeToLive is active on a different AttributeName: current AttributeName is "
                  + table.expiry());
    }
    if (!enabled && table.expiry() == null) {
      throw Faults.validation("TimeToLive is already disabled");
    }
    if (!enabled && !attribute.equals(table.expiry())) {
      throw Faults.validation(
          "TimeToLive is active on a different AttributeName: current AttributeName is "
              + table.expiry());
    }
    return table.change().expiry(enabled ? attribute : null).made();
  }

  /** Describes expiry. */
  public ObjectNode describe(Input input) {
    Table table = Tables.known(store, input);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode description = answer.putObject("TimeToLiveDescription");
    description.put("TimeToLiveStatus", table.expiry() == null ? "DISABLED" : "ENABLED");
    if (table.expiry() != null) {
      description.put("AttributeName", table.expiry());
    }
    return answer;
  }
}
