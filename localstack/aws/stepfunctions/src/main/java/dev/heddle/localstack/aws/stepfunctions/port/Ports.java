package dev.heddle.localstack.aws.stepfunctions.port;

/** All through which the engine acts on the world. */
public record Ports(LambdaInvoker lambda, AwsCalls aws, ExecutionLog log) {}
