package dev.heddle.localstack.host.functions;

import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The functions of the catalog, by name, each opened on its first call and bounded in number. */
public final class LocalFunctions implements AutoCloseable {
  private final Map<String, HostedFunction> functions = new LinkedHashMap<>();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final String prefix;

  /**
   * Hosts these units.
   *
   * @param prefix before every function's name
   * @param open opens a unit with the ports it declared
   */
  public LocalFunctions(String prefix, List<Unit> units, Function<Unit, Door> open) {
    this.prefix = prefix;
    for (Unit unit : units) {
      functions.put(unit.name(), new HostedFunction(unit, open));
    }
  }

  /** A function by its unit's name. */
  public HostedFunction of(String unit) {
    HostedFunction function = functions.get(unit);
    if (function == null) {
      throw new IllegalArgumentException("No function runs " + unit);
    }
    return function;
  }

  /** A function by its name or ARN, with or without an alias. */
  public Optional<HostedFunction> find(String nameOrArn) {
    String[] parts = nameOrArn.split(":");
    String name = parts.length >= 7 ? parts[6] : parts[0];
    return name.startsWith(prefix)
        ? Optional.ofNullable(functions.get(name.substring(prefix.length())))
        : Optional.empty();
  }

  /** A function's full name. */
  public String name(HostedFunction function) {
    return prefix + function.unit().name();
  }

  /** All of them, in the catalog's order. */
  public Collection<HostedFunction> all() {
    return functions.values();
  }

  /**
   * Calls a function on a thread of its own.
   *
   * @return completes with its answer, or exceptionally: with what it threw, a {@link
   *     FunctionTimeout}, or a {@link TooManyCalls}
   */
  public CompletableFuture<byte[]> call(HostedFunction function, byte[] event) {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    var running =
        calls.submit(
            () -> {
              // A broad catch belongs here: whatever a function throws is its answer.
              try {
                answer.complete(function.call(event));
              } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
              }
            });
    long millis = function.timeout().toMillis();
    return answer
        // Lambda ends a function that is too slow. Here it can only be interrupted; the caller is
        // told in time whether or not the code listens.
        .orTimeout(millis, TimeUnit.MILLISECONDS)
        .whenComplete((_, _) -> running.cancel(true))
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(reported(function, failure)));
  }

  private static Throwable reported(HostedFunction function, Throwable failure) {
    return failure instanceof java.util.concurrent.TimeoutException
        ? new FunctionTimeout(function.timeout())
        : failure;
  }

  /** The threads that calls run on. */
  public Executor calls() {
    return calls;
  }

  @Override
  public void close() {
    // Interrupts what is under way: its runs call it again after the next start.
    calls.shutdownNow();
  }
}
