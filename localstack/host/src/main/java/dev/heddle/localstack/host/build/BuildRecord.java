package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a part of the output was made of, in a file beside it. It is taken away before that part is
 * replaced and written after, so that an output without a record is one that nobody can trust.
 */
final class BuildRecord {
  private final Path file;

  BuildRecord(Path folder, String part) {
    file = folder.resolve(part + ".record");
  }

  /** Whether the part was made of this. */
  boolean says(String key) throws IOException {
    return line(0).equals(key);
  }

  /** What was noted with it. */
  String note() throws IOException {
    return line(1);
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  void write(String key, String note) throws IOException {
    Files.write(file, List.of(key, note));
  }

  private String line(int number) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    List<String> lines = Files.readAllLines(file);
    return number < lines.size() ? lines.get(number) : "";
  }
}
