package dev.heddle.localstack.aws.dynamodb.stream;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.ChangeLog.Change;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes changes as stream records. */
final class StreamRecordWriter {
  private StreamRecordWriter() {}

  /** A sequence number as the service writes it: decimal, at least 21 digits. */
  static String sequence(long number) {
    return String.format(Locale.ROOT, "1%020d", number);
  }

  static ObjectNode json(Change change, String view) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventID", String.format(Locale.ROOT, "%032x", change.sequence()))
        .put("eventName", change.kind())
        .put("eventVersion", "1.1")
        .put("eventSource", "aws:dynamodb")
        .put("awsRegion", DynamoDbTable.REGION);
    ObjectNode data = node.putObject("dynamodb");
    data.put("ApproximateCreationDateTime", change.at().toEpochMilli() / 1_000.0);
    data.set("Keys", AttributeValueWriter.json(change.keys()));
    image(data, "NewImage", change.after());
    image(data, "OldImage", change.before());
    data.put("SequenceNumber", sequence(change.sequence()))
        .put("SizeBytes", size(change))
        .put("StreamViewType", view);
    if (change.expired()) {
      node.putObject("userIdentity")
          .put("PrincipalId", "dynamodb.amazonaws.com")
          .put("Type", "Service");
    }
    return node;
  }

  private static void image(ObjectNode data, String member, @Nullable DynamoDbItem item) {
    if (item != null) {
      data.set(member, AttributeValueWriter.json(item));
    }
  }

  private static int size(Change change) {
    return change.keys().size() + size(change.before()) + size(change.after());
  }

  private static int size(@Nullable DynamoDbItem item) {
    return item == null ? 0 : item.size();
  }
}
