package dev.heddle.localstack.aws.services.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The 256-bit key in the data folder that only its owner may read. */
final class KeyFile {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  KeyFile(Path folder) {
    path = folder.resolve("secrets.key");
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Reads the key, or makes one when there is none. */
  SecretKey key() {
    try {
      if (!exists()) {
        create();
      }
      restrict();
      byte[] bytes = Files.readAllBytes(path);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            path
                + " is no key: it has "
                + bytes.length
                + " bytes, not "
                + BYTES
                + "; restore it from a backup");
      }
      return new SecretKeySpec(bytes, "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + path + " cannot be read or made", e);
    }
  }

  /** On disk under its own name only when it is whole, so that a crash leaves no half key. */
  private void create() throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path draft = Files.createTempFile(path.getParent(), "secrets", ".tmp", ownerOnly());
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(bytes));
        channel.force(true);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void restrict() throws IOException {
    if (isPosix() && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
      Files.setPosixFilePermissions(path, OWNER_ONLY);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
