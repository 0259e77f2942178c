package dev.heddle.localstack.host.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A module as the laptop needs it: its main sources and resources.
 *
 * @param folder where it lies, from the root of the source tree
 * @param needs the modules that it compiles against, theirs included, in the order of the build
 */
record SourceModule(String folder, String artifact, List<String> needs) {

  Path javaFolder(Path root) {
    return root.resolve(folder).resolve("src/main/java");
  }

  Path resourceFolder(Path root) {
    return root.resolve(folder).resolve("src/main/resources");
  }

  List<Path> files(Path root) {
    return SourceFiles.below(root.resolve(folder).resolve("src/main"), Set.of());
  }
}
