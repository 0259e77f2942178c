package dev.heddle.localstack.lab.coldstart;

import dev.heddle.functions.core.door.LambdaSettings;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a function in a JVM of its own by the Runtime Interface Client, as AWS does. */
final class FunctionProcess {
  private static final int SECONDS = 120;
  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each jar that AWS's runtime is. */
  private static final List<String> RUNTIME_JARS =
      List.of(
          RUNTIME,
          "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private FunctionProcess() {}

  /** Starts it, has one event answered and ends it. */
  static ColdStart measure(ColdFunction function, Path task)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("heddle-cold", ".log");
    try (RuntimeApi api = RuntimeApi.start(function.firstEvent())) {
      ProcessBuilder builder =
          new ProcessBuilder(command(function))
              .directory(task.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(function.environment("http://" + api.address()));
      builder.environment().putAll(lambda(function, task, api));
      long start = System.nanoTime();
      Process process = builder.start();
      process.onExit().thenAccept(ended -> api.fail("it ended with " + ended.exitValue()));
      try {
        long ready = api.ready.get(SECONDS, TimeUnit.SECONDS);
        long answered = api.answered.get(SECONDS, TimeUnit.SECONDS);
        return new ColdStart(
            (ready - start) / 1e6, (answered - start) / 1e6, processorMillis(process));
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException(
            function.name() + " doesn't start: " + e + "\n" + Files.readString(output), e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    } finally {
      Files.delete(output);
    }
  }

  private static double processorMillis(Process process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
  }

  /** Most of the memory is the heap's, as Lambda sets it. */
  private static List<String> command(ColdFunction function) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + LambdaSettings.MEMORY_MB * 85 / 100 + "m",
        "-Xshare:auto",
        "-Djava.net.preferIPv4Stack=true",
        "-cp",
        runtime(),
        RUNTIME,
        function.handler());
  }

  private static String runtime() {
    return String.join(
        File.pathSeparator, RUNTIME_JARS.stream().map(FunctionProcess::jarOf).toList());
  }

  private static String jarOf(String name) {
    try {
      Class<?> type = Class.forName(name, false, FunctionProcess.class.getClassLoader());
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("AWS's runtime is not on the class path", e);
    }
  }

  private static Map<String, String> lambda(ColdFunction function, Path task, RuntimeApi api) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API",
        api.address(),
        "_HANDLER",
        function.handler(),
        "LAMBDA_TASK_ROOT",
        task.toString(),
        "AWS_LAMBDA_FUNCTION_NAME",
        "cold",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        Integer.toString(LambdaSettings.MEMORY_MB),
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "on-demand",
        "JAVA_TOOL_OPTIONS",
        LambdaSettings.JAVA_OPTIONS);
  }
}
