package dev.heddle.localstack.host.readme;

import dev.heddle.localstack.host.walls.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names of types in a page that no Java source of ours declares. */
final class TypeNameProblems {

  /** Names of others that pages use: of AWS and its SDK, of libraries, of products. */
  static final Set<String> FOREIGN =
      Set.of(
          "BatchInput",
          "ChatCompletionServiceImpl",
          "CloudFront",
          "CloudWatch",
          "DynamoDB",
          "FunctionInvoker",
          "ItemSelector",
          "KeyConditions",
          "SdkAdvancedClientOption",
          "SfnClient",
          "SnapStart",
          "SqsClient",
          "StartSyncExecution",
          "TaskFailed",
          "TestState",
          "TransactionConflict",
          "UnknownOperationException",
          "WebSocket",
          // An error that the agent's machine fails with: it is text in a definition, not a class.
          "AgentLimit");

  // Two humps at least: a word alone may be anything. What an asterisk, an ellipsis or an option's
  // hyphen stands before or behind is a part of a name only.
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w*…-])[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+(?![\\w*…])");

  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

  private static final Set<String> DECLARED = declared();

  private TypeNameProblems() {}

  /** What is wrong with them, a line each. */
  static List<String> of(Readme page) {
    return named(page)
        .filter(name -> !DECLARED.contains(name) && !FOREIGN.contains(name))
        .map(name -> page.path() + ": there is no type " + name)
        .toList();
  }

  /** The names of types in its code, in backticks and in blocks. */
  static Stream<String> named(Readme page) {
    return Stream.concat(page.quoted().stream(), page.blockLines().stream())
        .flatMap(code -> NAME.matcher(code).results().map(MatchResult::group))
        .distinct();
  }

  /** Whether it is a type of ours, nested ones and those of tests included. */
  static boolean isDeclared(String name) {
    return DECLARED.contains(name);
  }

  private static Set<String> declared() {
    return Repository.modules().stream()
        .flatMap(module -> sources(Repository.ROOT.resolve(module).resolve("src")))
        .flatMap(source -> DECLARATION.matcher(Repository.read(source)).results())
        .map(declaration -> declaration.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
