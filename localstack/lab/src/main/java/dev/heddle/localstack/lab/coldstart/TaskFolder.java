package dev.heddle.localstack.lab.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function's files as Lambda lays them out: its jar is unpacked before the JVM starts. */
final class TaskFolder {
  private TaskFolder() {}

  /** Fills a folder with a jar's files; with none it has only the bare handler. */
  static void fill(Path folder, List<Path> jars) throws IOException {
    for (Path jar : jars) {
      unpack(jar, folder);
    }
    copy(jars.isEmpty() ? BareHandler.class : BareTableHandler.class, folder);
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
        Path file = folder.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(Objects.requireNonNull(file.getParent()));
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }

  private static void copy(Class<?> handler, Path folder) throws IOException {
    String name = handler.getName().replace('.', '/') + ".class";
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream code = handler.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(code), file);
    }
  }
}
