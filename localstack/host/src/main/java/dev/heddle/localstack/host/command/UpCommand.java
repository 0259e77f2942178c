package dev.heddle.localstack.host.command;

import dev.heddle.localstack.host.Laptop;
import dev.heddle.localstack.host.LocalSettings;
import dev.heddle.localstack.lab.command.CommandOptions;
import dev.heddle.localstack.lab.command.HeddleCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Starts everything and stays until it is told to stop. */
final class UpCommand implements HeddleCommand {
  private static final int PORT = 8080;
  private static final int AWS_PORT = 4566;

  @Override
  public String word() {
    return "up";
  }

  @Override
  public String summary() {
    return "start everything at http://localhost:8080";
  }

  @Override
  public String help() {
    return """
    Usage: localstack/heddle up [options]

      --port N       the pages and the API (default 8080, 0 for any free port)
      --aws-port N   the embedded AWS services (default 4566, 0 for any free port)
      --data DIR     the folder for all data (default .heddle/data in the source tree)
      --fresh        start with an empty data folder
      --no-demo      don't create a demo workspace on the first start
      --debug PORT   let a debugger on this machine attach

    Ctrl-C or SIGTERM stops it; runs in progress continue at the next start. HEDDLE_HEAP sets the
    memory it may use (default 1536m), HEDDLE_BUILD=never keeps it from building.
    """;
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options =
        CommandOptions.of(
            arguments, Set.of("--port", "--aws-port", "--data"), Set.of("--fresh", "--no-demo"));
    options.noWords();
    long start = System.nanoTime();
    Laptop laptop = Laptop.start(settings(options));
    var stopped = new CountDownLatch(1);
    // Ctrl-C and SIGTERM end the JVM as soon as the hooks are done: without one, SQLite would be
    // left to recover and the log's cursor be behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(laptop, stopped), "stop"));
    greet(laptop, options, (System.nanoTime() - start) / 1_000_000);
    // The embedded services run on daemon threads, which keep no JVM alive.
    await(stopped);
    return 0;
  }

  private static LocalSettings settings(CommandOptions options) {
    Path root = Path.of(System.getProperty("heddle.root", ".")).toAbsolutePath().normalize();
    return new LocalSettings(
        options.port("--port", PORT),
        options.port("--aws-port", AWS_PORT),
        options.value("--data").map(Path::of).orElse(root.resolve(".heddle/data")),
        options.has("--fresh"),
        Path.of(System.getProperty("heddle.site", root.resolve("web/dist").toString())),
        !options.has("--no-demo"));
  }

  private static void greet(Laptop laptop, CommandOptions options, long millis) {
    System.out.println("Heddle is ready at " + laptop.url() + " (" + millis + " ms)");
    if (!options.has("--no-demo")) {
      System.out.println("  Log in as " + Laptop.DEMO.email() + " with " + Laptop.DEMO.password());
    }
    System.out.println("  AWS is at http://localhost:" + laptop.awsPort());
    System.out.println("  Press Ctrl-C to stop. Your data is kept");
    System.out.flush();
  }

  private static void stop(Laptop laptop, CountDownLatch stopped) {
    laptop.close();
    stopped.countDown();
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
