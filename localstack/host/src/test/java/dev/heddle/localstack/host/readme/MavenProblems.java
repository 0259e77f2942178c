package dev.heddle.localstack.host.readme;

import dev.heddle.localstack.host.walls.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what keeps a call of Maven from working where nothing is installed. */
final class MavenProblems {
  private static final Path ROOT = Repository.ROOT;
  private static final Set<String> PHASES =
      Set.of("clean", "compile", "test", "package", "verify", "install");
  private static final String ANY_TESTS = "-Dsurefire.failIfNoSpecifiedTests=false";

  private MavenProblems() {}

  static Stream<String> of(ShellCommand command) {
    return Stream.of(
            phase(command), room(command), neighbours(command), tests(command), profiles(command))
        .flatMap(problems -> problems);
  }

  private static Stream<String> phase(ShellCommand command) {
    List<String> phases = command.words().stream().filter(PHASES::contains).toList();
    return phases.isEmpty() ? Stream.of("it names no phase") : Stream.empty();
  }

  private static Stream<String> room(ShellCommand command) {
    return named(command)
        .filter(module -> !Repository.modules().contains(module))
        .map(module -> "there is no module " + module);
  }

  // Nothing is installed in a fresh clone: what a module needs must be built with it.
  private static Stream<String> neighbours(ShellCommand command) {
    boolean isAlone = named(command).count() > 0 && !command.words().contains("-am");
    return isAlone ? Stream.of("-am is missing") : Stream.empty();
  }

  // The modules it is built with have no test of that name, which surefire takes for a mistake.
  private static Stream<String> tests(ShellCommand command) {
    List<String> chosen = command.options("-Dtest=").toList();
    if (chosen.isEmpty()) {
      return Stream.empty();
    }
    Stream<String> missing =
        Stream.of(chosen.getFirst().substring("-Dtest=".length()).split(","))
            .filter(test -> named(command).noneMatch(module -> hasTest(module, test)))
            .map(test -> "there is no test " + test);
    return command.words().contains(ANY_TESTS)
        ? missing
        : Stream.concat(missing, Stream.of(ANY_TESTS + " is missing"));
  }

  private static Stream<String> profiles(ShellCommand command) {
    return command
        .options("-P")
        .map(option -> option.substring(2))
        .filter(profile -> named(command).noneMatch(module -> hasProfile(module, profile)))
        .map(profile -> "there is no profile " + profile);
  }

  private static boolean hasProfile(String module, String profile) {
    String id = "<id>" + profile + "</id>";
    return Repository.modules().contains(module)
        && Stream.of("pom.xml", module + "/pom.xml")
            .anyMatch(pom -> Repository.read(ROOT.resolve(pom)).contains(id));
  }

  private static boolean hasTest(String module, String test) {
    String name = test.replace("*", ".*") + "\\.java";
    Path tests = ROOT.resolve(module).resolve("src/test/java");
    if (!Files.isDirectory(tests)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(tests)) {
      return files.anyMatch(file -> file.getFileName().toString().matches(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> named(ShellCommand command) {
    return Stream.of(command.valueOf("-pl").split(",")).filter(module -> !module.isEmpty());
  }
}
