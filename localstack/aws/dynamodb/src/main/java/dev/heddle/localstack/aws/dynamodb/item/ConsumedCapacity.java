package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Result;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Counts the capacity units a request consumes and reports them as far as it asked. */
final class ConsumedCapacity {
  private static final int WRITE_UNIT = 1_024;
  private static final int READ_UNIT = 4_096;

  private final Detail detail;
  private final Map<String, Usage> tables = new TreeMap<>();

  private enum Detail {
    NONE,
    TOTAL,
    INDEXES
  }

  private static final class Usage {
    private double table;
    private double read;
    private double write;
    private final Map<String, Double> global = new LinkedHashMap<>();
    private final Map<String, Double> local = new LinkedHashMap<>();

    void index(SecondaryIndex index, double units) {
      (index.global() ? global : local).merge(index.name(), units, Double::sum);
    }

    double total() {
      return table + sum(global) + sum(local);
    }

    private static double sum(Map<String, Double> indexes) {
      return indexes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private ConsumedCapacity(Detail detail) {
    this.detail = detail;
  }

  /** A count for the request. */
  static ConsumedCapacity of(InputStructure input) {
    String asked = input.text("ReturnConsumedCapacity");
    new RequestConstraints()
        .oneOf("returnConsumedCapacity", asked, "INDEXES", "TOTAL", "NONE")
        .enforce();
    return new ConsumedCapacity(asked == null ? Detail.NONE : Detail.valueOf(asked));
  }

  /** Whether anything is reported, so that there is something to count. */
  boolean isRequested() {
    return detail != Detail.NONE;
  }

  /** Counts a write; in a transaction each unit counts twice. */
  void write(Result written, boolean transactional) {
    if (!isRequested()) {
      return;
    }
    int factor = transactional ? 2 : 1;
    Usage usage = usage(written.table());
    double units = factor * writeUnits(written.before(), written.after());
    usage.table += units;
    usage.write += units;
    for (SecondaryIndex index : written.table().indexes()) {
      double indexed = factor * indexUnits(written.table(), index, written);
      if (indexed > 0) {
        usage.index(index, indexed);
        usage.write += indexed;
      }
    }
  }

  /** Counts a read of so many bytes. */
  void read(DynamoDbTable table, @Nullable SecondaryIndex index, long bytes, ReadKind kind) {
    if (!isRequested()) {
      return;
    }
    Usage usage = usage(table);
    double units = kind.units() * Math.max(1, Math.ceilDiv(bytes, READ_UNIT));
    usage.read += units;
    if (index == null) {
      usage.table += units;
    } else {
      usage.index(index, units);
    }
  }

  /** How strongly a read is consistent. */
  enum ReadKind {
    EVENTUAL(0.5),
    CONSISTENT(1),
    TRANSACTIONAL(2);

    private final double units;

    ReadKind(double units) {
      this.units = units;
    }

    double units() {
      return units;
    }

    static ReadKind of(boolean consistent) {
      return consistent ? CONSISTENT : EVENTUAL;
    }
  }

  /** Adds the report of the only table. */
  void report(ObjectNode answer) {
    if (isRequested()) {
      tables.forEach((name, usage) -> answer.set("ConsumedCapacity", json(name, usage, false)));
    }
  }

  /** Adds the reports of all tables. */
  void reportAll(ObjectNode answer, boolean transactional) {
    if (isRequested()) {
      ArrayNode all = answer.putArray("ConsumedCapacity");
      tables.forEach((name, usage) -> all.add(json(name, usage, transactional)));
    }
  }

  private Usage usage(DynamoDbTable table) {
    return tables.computeIfAbsent(table.name(), ignored -> new Usage());
  }

  private ObjectNode json(String name, Usage usage, boolean transactional) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("TableName", name).put("CapacityUnits", usage.total());
    if (transactional && usage.read > 0) {
      node.put("ReadCapacityUnits", usage.read);
    }
    if (transactional && usage.write > 0) {
      node.put("WriteCapacityUnits", usage.write);
    }
    if (detail == Detail.INDEXES) {
      node.putObject("Table").put("CapacityUnits", usage.table);
      indexes(node, "GlobalSecondaryIndexes", usage.global);
      indexes(node, "LocalSecondaryIndexes", usage.local);
    }
    return node;
  }

  private static void indexes(ObjectNode node, String member, Map<String, Double> units) {
    if (!units.isEmpty()) {
      ObjectNode indexes = node.putObject(member);
      units.forEach((name, used) -> indexes.putObject(name).put("CapacityUnits", used));
    }
  }

  private static double writeUnits(@Nullable DynamoDbItem before, @Nullable DynamoDbItem after) {
    int size = Math.max(before == null ? 0 : before.size(), after == null ? 0 : after.size());
    return Math.max(1, Math.ceilDiv(size, WRITE_UNIT));
  }

  private static double indexUnits(DynamoDbTable table, SecondaryIndex index, Result written) {
    DynamoDbItem before = entry(table, index, written.before());
    DynamoDbItem after = entry(table, index, written.after());
    if (Objects.equals(before, after)) {
      return 0;
    }
    boolean moved = before != null && after != null && !sameKey(index, before, after);
    return moved ? writeUnits(before, null) + writeUnits(null, after) : writeUnits(before, after);
  }

  private static @Nullable DynamoDbItem entry(
      DynamoDbTable table, SecondaryIndex index, @Nullable DynamoDbItem item) {
    if (item == null || !item.attributes().keySet().containsAll(index.keys().names())) {
      return null;
    }
    return IndexProjection.of(table, index).item(item);
  }

  private static boolean sameKey(SecondaryIndex index, DynamoDbItem one, DynamoDbItem other) {
    return index.keys().names().stream()
        .allMatch(name -> Objects.equals(one.get(name), other.get(name)));
  }
}
