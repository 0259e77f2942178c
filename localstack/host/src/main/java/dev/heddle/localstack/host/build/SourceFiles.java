package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lists and removes files of the source tree. */
final class SourceFiles {
  private SourceFiles() {}

  /** The files below a folder in a fixed order, these folders left out; none if it isn't there. */
  static List<Path> below(Path folder, Set<String> without) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !without.contains(entry.getFileName().toString()))
          .sorted()
          .flatMap(
              entry -> Files.isDirectory(entry) ? below(entry, without).stream() : Stream.of(entry))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
