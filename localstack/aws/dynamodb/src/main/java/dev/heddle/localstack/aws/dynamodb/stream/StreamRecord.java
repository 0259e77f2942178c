package dev.heddle.localstack.aws.dynamodb.stream;

import tools.jackson.databind.node.ObjectNode;

/**
 * A change of an item of a table with a stream.
 *
 * @param eventName {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param json the record as GetRecords gives it, with the images that the stream's view has
 */
public record StreamRecord(String tableName, String streamArn, String eventName, ObjectNode json) {}
