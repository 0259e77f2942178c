package dev.heddle.localstack.host.functions;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaInvoker;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Calls hosted functions the way Lambda reports them: a payload, or an error with its name. */
public final class LocalLambda implements LambdaInvoker {
  private final LocalFunctions functions;

  /** Lambda over these functions. */
  public LocalLambda(LocalFunctions functions) {
    this.functions = functions;
  }

  @Override
  public CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    return functions
        .find(function)
        .map(found -> functions.call(found, payload).handle(LocalLambda::reply))
        .orElseGet(() -> CompletableFuture.failedFuture(unknown(function)));
  }

  private static AwsFault unknown(String function) {
    return new AwsFault(404, "ResourceNotFoundException", "Function not found: " + function);
  }

  private static LambdaReply reply(byte[] payload, @Nullable Throwable failure) {
    return failure == null ? new LambdaReply.Payload(payload) : functionError(unwrapped(failure));
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private static LambdaReply functionError(Throwable cause) {
    // As Lambda throttles: Step Functions retries this by itself, a function's own error it does
    // not.
    if (cause instanceof TooManyCalls) {
      throw new AwsFault(429, "TooManyRequestsException", "Rate Exceeded.");
    }
    return new LambdaReply.FunctionError(type(cause), error(cause));
  }

  private static String type(Throwable cause) {
    return cause instanceof FunctionTimeout ? "Sandbox.Timedout" : cause.getClass().getName();
  }

  /** As the Java runtime writes it; our nodes' errors have no stack trace to tell. */
  private static byte[] error(Throwable cause) {
    ObjectNode error = WireJson.MAPPER.createObjectNode();
    error.put("errorMessage", String.valueOf(cause.getMessage()));
    error.put("errorType", type(cause));
    error.set("stackTrace", WireJson.MAPPER.valueToTree(List.of()));
    return WireJson.MAPPER.writeValueAsBytes(error);
  }
}
