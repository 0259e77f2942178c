package dev.heddle.localstack.aws.dynamodb.schema;

/**
 * An attribute that is part of a key.
 *
 * @param type {@code S}, {@code N} or {@code B}
 */
public record KeyAttribute(String name, String type) {}
