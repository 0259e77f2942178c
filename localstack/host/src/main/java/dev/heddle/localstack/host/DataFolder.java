package dev.heddle.localstack.host;

import dev.heddle.localstack.lab.command.CommandRefusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one folder that holds everything the laptop keeps, locked while it is in use. */
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Locks a folder, making it if need be; a second process is refused. */
  public static DataFolder lock(Path path, boolean fresh) {
    try {
      Files.createDirectories(path);
      // Before the lock, which would make the folder look like one of ours.
      if (fresh) {
        refuseForeign(path);
      }
      ownerOnly(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // The system frees it when the process dies, however it dies; a file that merely exists would
      // keep the folder locked after a crash.
      if (tryLock(channel) == null) {
        channel.close();
        throw CommandRefusal.of(
            "another Heddle is using " + path + "; stop it, or choose another folder with --data");
      }
      // Under the lock: another process may be using what is about to be deleted.
      if (fresh) {
        empty(path);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw CommandRefusal.of("the data folder " + path + " can't be used: " + e.getMessage());
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** A file in it, which may not exist. */
  public Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
      // The same JVM holds it: a test, or two laptops in one process.
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void ownerOnly(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** A folder that is not Heddle's own is never emptied, whatever was asked for. */
  private static void refuseForeign(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      if (!Files.exists(path.resolve(LOCK)) && files.findAny().isPresent()) {
        throw CommandRefusal.of(
            path + " holds other files; --fresh empties only Heddle's own folders");
      }
    }
  }

  private static void empty(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(path) && !file.equals(path.resolve(LOCK))) {
          Files.delete(file);
        }
      }
    }
  }
}
