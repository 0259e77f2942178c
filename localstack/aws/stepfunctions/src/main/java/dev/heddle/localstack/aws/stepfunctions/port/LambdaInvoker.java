package dev.heddle.localstack.aws.stepfunctions.port;

import java.util.concurrent.CompletionStage;

/** Calls Lambda functions. */
@FunctionalInterface
public interface LambdaInvoker {

  /**
   * Begins a call and does not wait for it. The stage fails with an {@code AwsFault} when the
   * function cannot be called, such as {@code ResourceNotFoundException}.
   *
   * @param function a name, a partial or a full ARN, with or without a qualifier
   * @param payload JSON text
   */
  CompletionStage<LambdaReply> invoke(String function, byte[] payload);
}
