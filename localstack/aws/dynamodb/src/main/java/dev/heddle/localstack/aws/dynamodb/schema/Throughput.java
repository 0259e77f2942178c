package dev.heddle.localstack.aws.dynamodb.schema;

/** Provisioned capacity units a second; described, never enforced. */
public record Throughput(long read, long write) {}
