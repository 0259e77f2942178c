package dev.heddle.infracdk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JVM of its own with one Lambda jar and {@link OpenUnits}. */
final class LoneJar {
  private LoneJar() {}

  /**
   * Opens these units of a jar.
   *
   * @param program an empty folder
   * @return what it printed
   */
  static String run(Path jar, Path program, FunctionGroup group, List<String> units)
      throws IOException, InterruptedException {
    copy(program);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(jar + File.pathSeparator + program);
    command.add(OpenUnits.class.getName());
    command.add(group.handler().substring(0, group.handler().indexOf("::")));
    command.addAll(units);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said : said + "\nended with " + process.exitValue();
  }

  /** As in Lambda, with services at a port where nobody answers. */
  private static Map<String, String> environment() {
    return Map.of(
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "nobody",
        "AWS_SECRET_ACCESS_KEY", "nothing",
        "AWS_ENDPOINT_URL", "http://127.0.0.1:9",
        "AWS_MAX_ATTEMPTS", "1");
  }

  /** The program alone: beside it the class path of the tests would hide what the jar lacks. */
  private static void copy(Path folder) throws IOException {
    String name = OpenUnits.class.getName().replace('.', '/') + ".class";
    Path to = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (InputStream code = OpenUnits.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(code), to);
    }
  }
}
