package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** UpdateTimeToLive and DescribeTimeToLive. */
public final class TimeToLive {
  private static final String SPECIFICATION = "TimeToLiveSpecification";

  private final DynamoDbStore store;

  /** The expiry of items in the store's tables. */
  public TimeToLive(DynamoDbStore store) {
    this.store = store;
  }

  /** Enables or disables expiry. */
  public ObjectNode update(InputStructure input) {
    DynamoDbTable seen = TableOperations.known(store, input);
    InputStructure specification = input.object(SPECIFICATION);
    new RequestConstraints().present("timeToLiveSpecification", specification).enforce();
    InputStructure given = Objects.requireNonNull(specification);
    String attribute = given.text("AttributeName");
    new RequestConstraints()
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

  private static DynamoDbTable changed(DynamoDbTable table, String attribute, boolean enabled) {
    if (enabled && table.expiry() != null) {
      throw DynamoDbFaults.validation(
          table.expiry().equals(attribute)
              ? "TimeToLive is already enabled"
              : "TimeToLive is active on a different AttributeName: current AttributeName is "
                  + table.expiry());
    }
    if (!enabled && table.expiry() == null) {
      throw DynamoDbFaults.validation("TimeToLive is already disabled");
    }
    if (!enabled && !attribute.equals(table.expiry())) {
      throw DynamoDbFaults.validation(
          "TimeToLive is active on a different AttributeName: current AttributeName is "
              + table.expiry());
    }
    return table.toBuilder().expiry(enabled ? attribute : null).build();
  }

  /** Describes expiry. */
  public ObjectNode describe(InputStructure input) {
    DynamoDbTable table = TableOperations.known(store, input);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode description = answer.putObject("TimeToLiveDescription");
    description.put("TimeToLiveStatus", table.expiry() == null ? "DISABLED" : "ENABLED");
    if (table.expiry() != null) {
      description.put("AttributeName", table.expiry());
    }
    return answer;
  }
}
