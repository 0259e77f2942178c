package dev.heddle.localstack.aws.services.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Functions of which some echo, fail, sleep or answer too much. */
final class FakeHost implements LambdaHost {
  final BlockingQueue<Invocation> seen = new LinkedBlockingQueue<>();
  final AtomicInteger failures = new AtomicInteger();
  volatile boolean interrupted;

  @Override
  public List<Function> functions() {
    return List.of(
        function("echo"), function("fail"), function("flaky"), function("huge"), function("sleep"));
  }

  private static Function function(String name) {
    return new Function(name, "The " + name, "dev.heddle." + name, 1, 512);
  }

  @Override
  public byte[] invoke(Invocation invocation) throws Exception {
    seen.add(invocation);
    return switch (invocation.function()) {
      case "fail" -> throw new IllegalArgumentException("no good");
      case "flaky" -> flaky();
      case "huge" -> new byte[(6 << 20) + 1];
      case "sleep" -> sleep();
      default -> invocation.payload();
    };
  }

  private byte[] flaky() {
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("not yet");
    }
    return "{}".getBytes(UTF_8);
  }

  private byte[] sleep() throws InterruptedException {
    try {
      Thread.sleep(60_000);
      return new byte[0];
    } catch (InterruptedException e) {
      interrupted = true;
      throw e;
    }
  }
}
