package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.ConflictException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDeletingException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineLimitExceededException;

/** Turns what Step Functions refuses into what a caller is told. */
final class StepFunctionsProblems {
  private static final Set<String> THROTTLED =
      Set.of("ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded");
  private static final int SOON = 2;
  private static final int LATER = 30;
  private static final int LARGEST_INPUT = 256 * 1024;

  private StepFunctionsProblems() {}

  /** Calls the service; what it refuses leaves as a fault, our own mistakes as they came. */
  static <T> T of(Supplier<T> call) {
    try {
      return call.get();
    } catch (SfnException e) {
      throw fault(e);
    } catch (SdkClientException e) {
      throw unavailable("Step Functions isn't responding. Try again.", SOON);
    }
  }

  private static RuntimeException fault(SfnException e) {
    return switch (e) {
      case ExecutionLimitExceededException _ ->
          unavailable("Too many runs are in progress. Try again later.", LATER);
      case StateMachineDeletingException _ ->
          unavailable("The workflow's state machine is being deleted. Try again.", LATER);
      case ConflictException _ ->
          unavailable("The state machine is being changed. Try again.", SOON);
      case StateMachineDoesNotExistException _ ->
          conflict(
              "The state machine of this build no longer exists. Save or publish the workflow again.");
      case ServiceQuotaExceededException _ ->
          conflict("This workflow has reached the limit of 1,000 versions. Copy it to continue.");
      case StateMachineLimitExceededException _ ->
          conflict("The AWS account has reached its limit of state machines. Ask AWS to raise it.");
      case InvalidExecutionInputException _ -> new Fault(new Problem.TooLarge(LARGEST_INPUT));
      default -> busyOrBroken(e);
    };
  }

  private static RuntimeException busyOrBroken(SfnException e) {
    boolean throttled =
        e.statusCode() == 429
            || (e.awsErrorDetails() != null && THROTTLED.contains(e.awsErrorDetails().errorCode()));
    return throttled || e.statusCode() >= 500
        ? unavailable("Step Functions is busy. Try again.", SOON)
        : e;
  }

  private static Fault unavailable(String detail, int retryAfterSeconds) {
    return new Fault(new Problem.Unavailable(detail, retryAfterSeconds));
  }

  private static Fault conflict(String detail) {
    return new Fault(new Problem.Conflict(detail));
  }
}
