package dev.heddle.localstack.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Asserts refusals by their code and message. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(ThrowingCallable call, String message) {
    assertRefused(call, "ValidationException", message);
  }

  static void assertRefused(ThrowingCallable call, String code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }

  static void assertInvalid(ThrowingCallable call, String message) {
    assertRefused(call, "One or more parameter values were invalid: " + message);
  }
}
