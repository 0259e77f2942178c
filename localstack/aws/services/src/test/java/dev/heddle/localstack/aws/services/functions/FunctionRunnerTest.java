package dev.heddle.localstack.aws.services.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Function;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Invocation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FunctionRunnerTest {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void refusesMoreCallsThanItsConcurrency() throws Exception {
    FunctionRunner runner = new FunctionRunner(new Waiting(), 1);
    var first = CompletableFuture.supplyAsync(() -> call(runner));
    entered.await();
    assertThatThrownBy(() -> call(runner))
        .isInstanceOfSatisfying(
            AwsFault.class, f -> assertThat(f.code()).isEqualTo("TooManyRequestsException"));
    release.countDown();
    assertThat(first.join().failed()).isFalse();
    assertThat(call(runner).failed()).isFalse();
  }

  private static InvocationResult call(FunctionRunner runner) {
    return runner.run(
        new Function("f", "", "", 5, 128),
        new Invocation("id", "f", "$LATEST", "{}".getBytes(UTF_8)));
  }

  private final class Waiting implements LambdaHost {
    @Override
    public List<Function> functions() {
      return List.of();
    }

    @Override
    public byte[] invoke(Invocation invocation) throws InterruptedException {
      entered.countDown();
      release.await();
      return invocation.payload();
    }
  }
}
