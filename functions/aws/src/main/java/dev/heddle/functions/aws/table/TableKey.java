package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.caller.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item stands: partition and place in it. The forms are listed in the room's README. */
public record TableKey(String pk, String sk) {
  /** The hash key of every table, a text. */
  public static final String PARTITION = "pk";

  /** The range key of every table, a text. */
  public static final String SORT = "sk";

  private static final int MOST_PARTITION = 2_048;
  private static final int MOST_SORT = 1_024;

  /** An item that is alone in its partition, of the kind the partition's first word says. */
  public static TableKey of(String kind, String id) {
    return new TableKey(kind + "#" + id, kind);
  }

  /** A partition of a tenant. */
  public static String partition(Tenant tenant, String kind) {
    return "TENANT#" + tenant.id() + "#" + kind;
  }

  /** A partition of a tenant for one thing. */
  public static String partition(Tenant tenant, String kind, String id) {
    return partition(tenant, kind) + "#" + id;
  }

  /** Whether there can be such an item: DynamoDB takes no longer keys. */
  boolean fits() {
    return bytes(pk) <= MOST_PARTITION && bytes(sk) <= MOST_SORT;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  public Map<String, AttributeValue> attributes() {
    return Map.of(PARTITION, AttributeValue.fromS(pk), SORT, AttributeValue.fromS(sk));
  }
}
