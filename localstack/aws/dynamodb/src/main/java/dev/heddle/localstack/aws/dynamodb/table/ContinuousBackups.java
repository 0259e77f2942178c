package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** UpdateContinuousBackups and DescribeContinuousBackups; the setting is kept, nothing more. */
public final class ContinuousBackups {
  private static final Duration KEPT = Duration.ofDays(35);

  private final DynamoDbStore store;

  /** The settings of the store's tables. */
  public ContinuousBackups(DynamoDbStore store) {
    this.store = store;
  }

  /** Turns point-in-time recovery on or off. */
  public ObjectNode update(InputStructure input) {
    DynamoDbTable seen = table(input);
    InputStructure specification = input.object("PointInTimeRecoverySpecification");
    new RequestConstraints().present("pointInTimeRecoverySpecification", specification).enforce();
    boolean enabled =
        Objects.requireNonNull(specification).flag("PointInTimeRecoveryEnabled", false);
    return description(
        store.catalog().change(seen, table -> table.toBuilder().recovery(enabled).build()));
  }

  /** Describes point-in-time recovery. */
  public ObjectNode describe(InputStructure input) {
    return description(table(input));
  }

  private DynamoDbTable table(InputStructure input) {
    String name = DynamoDbStore.tableName(input);
    DynamoDbTable table = store.catalog().find(name);
    if (table == null) {
      throw new AwsFault("TableNotFoundException", "Table not found: " + name);
    }
    return table;
  }

  private ObjectNode description(DynamoDbTable table) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode description =
        answer.putObject("ContinuousBackupsDescription").put("ContinuousBackupsStatus", "ENABLED");
    ObjectNode recovery =
        description
            .putObject("PointInTimeRecoveryDescription")
            .put("PointInTimeRecoveryStatus", table.recovery() ? "ENABLED" : "DISABLED");
    if (table.recovery()) {
      Instant now = store.clock().instant();
      long earliest = Math.max(table.created(), now.minus(KEPT).toEpochMilli());
      recovery
          .put("RecoveryPeriodInDays", KEPT.toDays())
          .put("EarliestRestorableDateTime", earliest / 1_000.0)
          .put("LatestRestorableDateTime", now.toEpochMilli() / 1_000.0);
    }
    return answer;
  }
}
