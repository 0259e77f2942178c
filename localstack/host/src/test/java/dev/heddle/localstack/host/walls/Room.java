package dev.heddle.localstack.host.walls;

import java.util.Set;
import java.util.TreeSet;

/**
 * One module of the build.
 *
 * @param folder where it lies, from the root of the repository
 * @param uses the folders of the rooms it may import, each with what lies below it
 * @param libraries the walled libraries it may import
 */
record Room(String folder, Set<String> uses, Set<Library> libraries) {

  static Room of(String folder) {
    return new Room(folder, Set.of(), Set.of());
  }

  /** The same, which may import these rooms too. */
  Room uses(String... folders) {
    Set<String> more = new TreeSet<>(uses);
    more.addAll(Set.of(folders));
    return new Room(folder, more, libraries);
  }

  /** The same, which may import these libraries. */
  Room with(Library... allowed) {
    return new Room(folder, uses, Set.of(allowed));
  }

  boolean mayUse(Room other) {
    return other.equals(this) || uses.stream().anyMatch(other::isIn);
  }

  /** Whether it lies in this folder or is it. */
  boolean isIn(String parent) {
    return folder.equals(parent) || folder.startsWith(parent + "/");
  }

  /** Whether a package is where its folder asks for it. */
  boolean hasPackage(String name) {
    return (name + ".").startsWith(rootPackage() + ".");
  }

  /** The package that its folder asks for. */
  String rootPackage() {
    return "dev.heddle." + folder.replace("-", "").replace('/', '.');
  }
}
