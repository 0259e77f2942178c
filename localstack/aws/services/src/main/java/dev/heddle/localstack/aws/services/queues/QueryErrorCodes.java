package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsResponse;
import java.util.HashMap;
import java.util.Map;

/** The error codes of the older query protocol, which SDKs still show to their callers. */
final class QueryErrorCodes {
  private static final String PREFIX = "AWS.SimpleQueueService.";
  private static final Map<String, String> RENAMED =
      Map.of(
          "QueueDoesNotExist", PREFIX + "NonExistentQueue",
          "QueueNameExists", "QueueAlreadyExists",
          "InvalidParameterValue", "InvalidParameterValue",
          "MissingParameter", "MissingParameter",
          "InvalidAttributeName", "InvalidAttributeName",
          "InvalidAttributeValue", "InvalidAttributeValue",
          "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid",
          "InvalidMessageContents", "InvalidMessageContents",
          "OverLimit", "OverLimit",
          "ResourceNotFoundException", "ResourceNotFoundException");

  private QueryErrorCodes() {}

  static AwsResponse withQueryErrorCode(AwsResponse response) {
    String code = response.headers().get("x-amzn-errortype");
    if (code == null) {
      return response;
    }
    String old = RENAMED.getOrDefault(code, PREFIX + code);
    Map<String, String> headers = new HashMap<>(response.headers());
    headers.put(
        "x-amzn-query-error", old + ";" + (response.status() < 500 ? "Sender" : "Receiver"));
    return new AwsResponse(response.status(), headers, response.body());
  }
}
