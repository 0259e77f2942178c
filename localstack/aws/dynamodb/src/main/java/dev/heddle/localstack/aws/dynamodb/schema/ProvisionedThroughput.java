package dev.heddle.localstack.aws.dynamodb.schema;

/** Provisioned capacity units a second; described, never enforced. */
public record ProvisionedThroughput(long read, long write) {}
