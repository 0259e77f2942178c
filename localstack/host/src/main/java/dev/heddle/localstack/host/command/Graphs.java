package dev.heddle.localstack.host.command;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.catalog.NodeTypes;
import dev.heddle.functions.core.catalog.NodeFunctions;
import dev.heddle.functions.core.catalog.Wire;
import dev.heddle.statemachines.Compilation;
import dev.heddle.statemachines.Compiler;
import dev.heddle.statemachines.Issue;
import dev.heddle.statemachines.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Compiles graph documents from files, without a server. */
final class Graphs {
  private static final long MOST_BYTES = 4 << 20;

  private Graphs() {}

  static Compilation compile(String file) {
    return compiler().compile(read(file));
  }

  /** A compiler that knows Heddle's node types. */
  static Compiler compiler() {
    Vocabulary vocabulary =
        new Vocabulary(
            Catalog.HEDDLE.nodes().stream().map(node -> NodeTypes.of(node.spec())).toList());
    return new Compiler(vocabulary, new NodeFunctions("heddle-"));
  }

  /** One line for a terminal. */
  static String line(Issue issue) {
    StringBuilder line =
        new StringBuilder(issue.severity().name().toLowerCase(java.util.Locale.ROOT));
    if (issue.node() != null) {
      line.append(" at ").append(issue.node());
    }
    if (issue.field() != null) {
      line.append('.').append(issue.field());
    }
    if (issue.column() != null) {
      line.append(':').append(issue.column());
    }
    line.append(": ").append(issue.message());
    return issue.hint().isEmpty()
        ? line.toString()
        : line.append(' ').append(issue.hint()).toString();
  }

  static boolean failed(List<Issue> issues) {
    return issues.stream().anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
  }

  private static JsonNode read(String name) {
    Path file = Path.of(name);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Refusal.of(name + " is over 4 MB; no graph is that large");
      }
      return Wire.JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Refusal.ofCall(name + " can't be read");
    } catch (JacksonException e) {
      throw Refusal.of(name + " is not valid JSON: " + e.getOriginalMessage());
    }
  }
}
