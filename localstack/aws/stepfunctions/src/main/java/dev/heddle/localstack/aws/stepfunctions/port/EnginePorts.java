package dev.heddle.localstack.aws.stepfunctions.port;

/** All through which the engine acts on the world. */
public record EnginePorts(LambdaInvoker lambda, AwsCaller aws, ExecutionLog log) {}
