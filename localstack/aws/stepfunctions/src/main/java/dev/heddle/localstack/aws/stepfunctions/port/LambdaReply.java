package dev.heddle.localstack.aws.stepfunctions.port;

/** What a Lambda function gave back; payloads are JSON text. */
public sealed interface LambdaReply {

  /** It returned a value. */
  record Payload(byte[] json) implements LambdaReply {}

  /**
   * It threw.
   *
   * @param errorType the name a state's Retry and Catch see
   * @param json the error as the runtime reports it, which becomes the cause unchanged
   */
  record FunctionError(String errorType, byte[] json) implements LambdaReply {}
}
