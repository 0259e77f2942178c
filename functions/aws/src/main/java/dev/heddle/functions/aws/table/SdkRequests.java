package dev.heddle.functions.aws.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Writes as the SDK's requests. An unused expression must be null there, never empty. */
final class SdkRequests {
  private SdkRequests() {}

  static PutItemRequest put(String table, TableWrite.Put put) {
    return PutItemRequest.builder()
        .tableName(table)
        .item(put.item().attributes())
        .conditionExpression(text(put))
        .expressionAttributeNames(names(put.condition().text()))
        .expressionAttributeValues(values(put))
        .build();
  }

  static UpdateItemRequest change(String table, TableWrite.Change change) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(change.key().attributes())
        .updateExpression(change.update())
        .conditionExpression(text(change))
        .expressionAttributeNames(names(change.update() + change.condition().text()))
        .expressionAttributeValues(values(change))
        .returnValues(ReturnValue.ALL_NEW)
        .build();
  }

  static DeleteItemRequest delete(String table, TableWrite.Delete delete) {
    return DeleteItemRequest.builder()
        .tableName(table)
        .key(delete.key().attributes())
        .conditionExpression(text(delete))
        .expressionAttributeNames(names(delete.condition().text()))
        .expressionAttributeValues(values(delete))
        .build();
  }

  static TransactWriteItem part(String table, TableWrite write) {
    var part = TransactWriteItem.builder();
    return switch (write) {
      case TableWrite.Put put -> part.put(ofTransaction(table, put)).build();
      case TableWrite.Change change -> part.update(ofTransaction(table, change)).build();
      case TableWrite.Delete delete -> part.delete(ofTransaction(table, delete)).build();
    };
  }

  private static Put ofTransaction(String table, TableWrite.Put put) {
    return Put.builder()
        .tableName(table)
        .item(put.item().attributes())
        .conditionExpression(text(put))
        .expressionAttributeNames(names(put.condition().text()))
        .expressionAttributeValues(values(put))
        .build();
  }

  private static Update ofTransaction(String table, TableWrite.Change change) {
    return Update.builder()
        .tableName(table)
        .key(change.key().attributes())
        .updateExpression(change.update())
        .conditionExpression(text(change))
        .expressionAttributeNames(names(change.update() + change.condition().text()))
        .expressionAttributeValues(values(change))
        .build();
  }

  private static Delete ofTransaction(String table, TableWrite.Delete delete) {
    return Delete.builder()
        .tableName(table)
        .key(delete.key().attributes())
        .conditionExpression(text(delete))
        .expressionAttributeNames(names(delete.condition().text()))
        .expressionAttributeValues(values(delete))
        .build();
  }

  private static @Nullable String text(TableWrite write) {
    String text = write.condition().text();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Map<String, String> names(String text) {
    Map<String, String> names = ItemCondition.names(text);
    return names.isEmpty() ? null : names;
  }

  private static @Nullable Map<String, AttributeValue> values(TableWrite write) {
    Map<String, AttributeValue> values = write.condition().values();
    return values.isEmpty() ? null : values;
  }
}
