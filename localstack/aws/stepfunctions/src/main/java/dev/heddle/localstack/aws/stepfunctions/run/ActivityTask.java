package dev.heddle.localstack.aws.stepfunctions.run;

/**
 * A task in the hands of a worker.
 *
 * @param token what the worker returns it with
 * @param input JSON text
 */
public record ActivityTask(String token, String input) {}
