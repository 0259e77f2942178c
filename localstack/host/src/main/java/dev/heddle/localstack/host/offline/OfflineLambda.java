package dev.heddle.localstack.host.offline;

import dev.heddle.events.NodeCall;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaInvoker;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Lambda for an engine whose calls must have returned when they are begun. What waits for a token
 * is not called: nobody could bring it back.
 */
final class OfflineLambda implements LambdaInvoker {
  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

  private final LambdaInvoker functions;
  private final Consumer<String> progress;
  // The engine calls on the caller's own thread here, so it needs no lock.
  private final List<String> waiting = new ArrayList<>();

  OfflineLambda(LambdaInvoker functions, Consumer<String> progress) {
    this.functions = functions;
    this.progress = progress;
  }

  /** The nodes that wait for what can't come. */
  List<String> waiting() {
    return waiting;
  }

  @Override
  public CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    NodeCall call = WireJson.MAPPER.readValue(payload, NodeCall.class);
    String place = call.path().isEmpty() ? call.node() : call.path() + "." + call.node();
    if (call.token() != null) {
      waiting.add(place);
      return CompletableFuture.completedFuture(new LambdaReply.Payload(NOTHING));
    }
    long start = System.nanoTime();
    CompletableFuture<LambdaReply> answer =
        functions.invoke(function, payload).toCompletableFuture();
    LambdaReply reply = answer.join();
    long millis = (System.nanoTime() - start) / 1_000_000;
    progress.accept(place + ": " + outcome(reply) + ", " + millis + " ms");
    return CompletableFuture.completedFuture(reply);
  }

  private static String outcome(LambdaReply reply) {
    return switch (reply) {
      case LambdaReply.Payload _ -> "done";
      case LambdaReply.FunctionError error -> "failed with " + error.errorType();
    };
  }
}
