package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash over names and contents. Times don't count: a branch that is checked out or a file that is
 * moved back can be older than what was built from its predecessor.
 */
final class ContentHash {
  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of files, each with its name below a folder. */
  static String of(Path root, List<Path> files) {
    ContentHash hash = new ContentHash();
    files.forEach(file -> hash.add(root.relativize(file).toString(), bytes(file)));
    return hash.hex();
  }

  /** Adds a named piece; lengths stand before both, so that no two lists of pieces look alike. */
  ContentHash add(String name, byte[] content) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + " " + content.length + " ").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    digest.update(content);
    return this;
  }

  ContentHash add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
