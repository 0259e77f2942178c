package dev.heddle.localstack.host.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The modules of the Maven build, read from their poms. */
final class ReactorModules {
  private final Path root;
  private final Map<String, PomFile> poms = new LinkedHashMap<>();

  ReactorModules(Path root) {
    this.root = root;
    for (String folder : PomFile.read(root, "").modules()) {
      PomFile pom = PomFile.read(root, folder);
      poms.put(pom.artifact(), pom);
    }
  }

  /** All that a module needs and itself, in the order of the build. */
  List<SourceModule> leadingTo(String folder) {
    PomFile last =
        poms.values().stream()
            .filter(pom -> pom.folder().equals(folder))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no module " + folder));
    Set<String> wanted = needs(last);
    wanted.add(last.artifact());
    return ordered(wanted).stream()
        .map(artifact -> poms.get(artifact))
        .map(pom -> new SourceModule(pom.folder(), pom.artifact(), ordered(needs(pom))))
        .toList();
  }

  /** A hash of everything that Maven reads, so that a changed pom is noticed. */
  String hash() {
    List<Path> files = new ArrayList<>(SourceFiles.below(root.resolve(".mvn"), Set.of()));
    files.add(root.resolve("pom.xml"));
    poms.values().forEach(pom -> files.add(root.resolve(pom.folder()).resolve("pom.xml")));
    return ContentHash.of(root, files);
  }

  private Set<String> needs(PomFile pom) {
    Set<String> found = new LinkedHashSet<>();
    for (String artifact : pom.dependencies()) {
      PomFile needed = poms.get(artifact);
      if (needed == null) {
        throw new IllegalStateException(pom.folder() + " needs " + artifact + ", which no pom is");
      }
      found.addAll(needs(needed));
      found.add(artifact);
    }
    return found;
  }

  private List<String> ordered(Set<String> artifacts) {
    List<String> order = new ArrayList<>();
    artifacts.forEach(artifact -> visit(artifact, order));
    return order.stream().filter(artifacts::contains).toList();
  }

  private void visit(String artifact, List<String> order) {
    PomFile pom = poms.get(artifact);
    if (pom != null && !order.contains(artifact)) {
      pom.dependencies().forEach(needed -> visit(needed, order));
      order.add(artifact);
    }
  }
}
