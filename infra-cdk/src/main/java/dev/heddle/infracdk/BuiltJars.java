package dev.heddle.infracdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shaded jars that the build left beside each group. */
record BuiltJars(Path root) implements FunctionCode {

  @Override
  public software.amazon.awscdk.services.lambda.Code of(FunctionGroup group) {
    return software.amazon.awscdk.services.lambda.Code.fromAsset(jar(group).toString());
  }

  /** The jar of a group; a build must have made it. */
  Path jar(FunctionGroup group) {
    return jar(root.resolve("functions/lambda").resolve(group.word()).resolve("target"));
  }

  private static Path jar(Path target) {
    if (!Files.isDirectory(target)) {
      throw new IllegalStateException(target + " is missing; run mvn package first");
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-lambda.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("No *-lambda.jar in " + target + "; run mvn package first");
  }
}
