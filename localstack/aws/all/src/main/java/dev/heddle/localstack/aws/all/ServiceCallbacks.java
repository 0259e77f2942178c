package dev.heddle.localstack.aws.all;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.TargetInvoker;
import dev.heddle.localstack.aws.services.functions.LambdaHost;
import dev.heddle.localstack.aws.services.sockets.WebSocketHost;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaInvoker;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What the services call that is not one of them.
 *
 * @param lambda the functions that states call
 * @param functions the same functions as Lambda's own API shows and invokes them
 * @param calls the threads on which states call the other services
 * @param log receives every event of every execution
 * @param targets what schedules and rules call
 * @param sockets the open WebSocket connections
 */
public record ServiceCallbacks(
    LambdaInvoker lambda,
    LambdaHost functions,
    Executor calls,
    ExecutionLog log,
    TargetInvoker targets,
    WebSocketHost sockets) {

  /** There is no function, no connection, and nobody reads the log. */
  public static final ServiceCallbacks NONE =
      new ServiceCallbacks(
          (function, _) -> CompletableFuture.failedFuture(unknown(function)),
          new NoFunctions(),
          Thread::startVirtualThread,
          _ -> {},
          call -> {
            throw new NoSuchElementException(call.arn());
          },
          new NoConnections());

  private static AwsFault unknown(String function) {
    return new AwsFault(404, "ResourceNotFoundException", "Function not found: " + function);
  }

  private static final class NoFunctions implements LambdaHost {
    @Override
    public List<Function> functions() {
      return List.of();
    }

    @Override
    public byte[] invoke(Invocation invocation) {
      throw new NoSuchElementException(invocation.function());
    }
  }

  private static final class NoConnections implements WebSocketHost {
    @Override
    public boolean send(String connectionId, byte[] message) {
      return false;
    }

    @Override
    public Optional<Connection> find(String connectionId) {
      return Optional.empty();
    }

    @Override
    public boolean disconnect(String connectionId) {
      return false;
    }
  }
}
