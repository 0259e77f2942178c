package dev.heddle.localstack.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Heddle in a process of its own, so that it can be killed. */
final class LaptopProcess implements AutoCloseable {
  private static final String READY = "Heddle is ready at ";

  private final Process process;

  private LaptopProcess(Process process) {
    this.process = process;
  }

  /** Starts one over a data folder and returns when it says that it is ready. */
  static LaptopProcess start(Path data, int port) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx768m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dheddle.root=" + Path.of("../..").toAbsolutePath().normalize(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.heddle.localstack.host.command.Heddle",
                    "up",
                    "--port=" + port,
                    "--aws-port=0",
                    "--data=" + data))
            .redirectErrorStream(true)
            .start();
    awaitReady(process);
    return new LaptopProcess(process);
  }

  private static void awaitReady(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> drain(reader));
        return;
      }
    }
    throw new IllegalStateException("Heddle did not start:\n" + said);
  }

  private static void drain(BufferedReader reader) {
    reader.lines().forEach(line -> {});
  }

  /** Ends it as a power cut would: no shutdown hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
