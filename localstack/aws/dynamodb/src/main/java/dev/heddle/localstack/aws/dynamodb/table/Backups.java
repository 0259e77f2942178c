package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** UpdateContinuousBackups and DescribeContinuousBackups; the setting is kept, nothing more. */
public final class Backups {
  private static final Duration KEPT = Duration.ofDays(35);

  private final Store store;

  /** The settings of the store's tables. */
  public Backups(Store store) {
    this.store = store;
  }

  /** Turns point-in-time recovery on or off. */
  public ObjectNode update(Input input) {
    Table seen = table(input);
    Input specification = input.object("PointInTimeRecoverySpecification");
    new Constraints().present("pointInTimeRecoverySpecification", specification).enforce();
    boolean enabled =
        Objects.requireNonNull(specification).flag("PointInTimeRecoveryEnabled", false);
    return description(
        store.catalog().change(seen, table -> table.change().recovery(enabled).made()));
  }

  /** Describes point-in-time recovery. */
  public ObjectNode describe(Input input) {
    return description(table(input));
  }

  private Table table(Input input) {
    String name = Store.tableName(input);
    Table table = store.catalog().find(name);
    if (table == null) {
      throw new AwsFault("TableNotFoundException", "Table not found: " + name);
    }
    return table;
  }

  private ObjectNode description(Table table) {
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
