package dev.heddle.localstack.lab.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the processes write down in files of lines, which survive their end. */
record CrashJournal(Path folder, Map<String, OutputStream> open) {

  CrashJournal(Path folder) {
    this(folder, new ConcurrentHashMap<>());
  }

  /** Adds a line; it is with the operating system when this returns. */
  void add(String file, String line) {
    OutputStream out = open.computeIfAbsent(file, this::append);
    synchronized (out) {
      try {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private OutputStream append(String file) {
    try {
      return Files.newOutputStream(
          path(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole lines of a file; none if there is no file. */
  List<String> read(String file) {
    try {
      return Files.exists(path(file)) ? Files.readAllLines(path(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String file) {
    return folder.resolve(file + ".txt");
  }
}
