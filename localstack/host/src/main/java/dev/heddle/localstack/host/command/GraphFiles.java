package dev.heddle.localstack.host.command;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.LocalDeployment;
import dev.heddle.localstack.lab.command.CommandRefusal;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Compiles graph documents from files, without a server. */
final class GraphFiles {
  private static final long MOST_BYTES = 4 << 20;

  private GraphFiles() {}

  static CompilationResult compile(String file) {
    return compile(read(file));
  }

  /** The same as the API says of a draft in a workspace where nothing else is published. */
  static CompilationResult compile(JsonNode graph) {
    return drawings().compile(_ -> Optional.empty(), graph);
  }

  private static DrawingCompiler drawings() {
    return DrawingCompiler.of(LocalDeployment.ofDrawings());
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

  /** The document in a file. */
  static JsonNode read(String name) {
    Path file = Path.of(name);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw CommandRefusal.of(name + " is larger than 4 MB, the limit for a graph document");
      }
      return WireJson.MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw CommandRefusal.ofCall(name + " can't be read");
    } catch (JacksonException e) {
      throw CommandRefusal.of(name + " is not valid JSON: " + e.getOriginalMessage());
    }
  }
}
