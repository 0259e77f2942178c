package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A source tree of three modules, each needing the one before, and pages. */
final class SmallTree implements BuildTools, AutoCloseable {
  private final Path root;
  private final List<String> steps = new ArrayList<>();
  private final List<URLClassLoader> loaders = new ArrayList<>();

  private SmallTree(Path root) {
    this.root = root;
  }

  static SmallTree in(Path root) throws IOException {
    SmallTree tree = new SmallTree(root);
    tree.write("pom.xml", modules("lower", "middle", "localstack/host"));
    tree.write("lower/pom.xml", pom("lower"));
    tree.write("middle/pom.xml", pom("middle", "lower"));
    tree.write("localstack/host/pom.xml", pom("host", "middle"));
    tree.write("lower/src/main/java/Lower.java", "public class Lower {}");
    tree.write("middle/src/main/java/Middle.java", "public class Middle extends Lower {}");
    tree.write("localstack/host/src/main/java/Host.java", "public class Host extends Middle {}");
    tree.write("web/src/page.ts", "one");
    return tree;
  }

  private static String modules(String... folders) {
    List<String> modules =
        Stream.of(folders).map(folder -> "<module>" + folder + "</module>").toList();
    return "<project><artifactId>all</artifactId><modules>%s</modules></project>"
        .formatted(String.join("", modules));
  }

  static String pom(String artifact, String... needs) {
    List<String> dependencies =
        Stream.of(needs)
            .map(
                need ->
                    "<dependency><groupId>dev.heddle</groupId><artifactId>%s</artifactId></dependency>"
                        .formatted(need))
            .toList();
    return "<project><artifactId>%s</artifactId><dependencies>%s</dependencies></project>"
        .formatted(artifact, String.join("", dependencies));
  }

  void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    // Old, as a file of another branch may be: only what is in it may count.
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  void delete(String name) throws IOException {
    Files.delete(root.resolve(name));
  }

  /** Builds it; returns what had to be done. */
  List<String> build() throws IOException, InterruptedException {
    steps.clear();
    new LaptopBuild(root, output(), this, steps::add).run();
    return List.copyOf(steps);
  }

  Path output() {
    return root.resolve("out");
  }

  /** Loads a class as the laptop would. */
  Class<?> load(String name) throws IOException, ClassNotFoundException {
    List<URL> jars = new ArrayList<>();
    for (String path : Files.readString(output().resolve("class-path")).split(":")) {
      jars.add(Path.of(path).toUri().toURL());
    }
    var loader = new URLClassLoader(jars.toArray(URL[]::new));
    loaders.add(loader);
    return Class.forName(name, true, loader);
  }

  @Override
  public List<Path> libraries() throws IOException {
    Path library = root.resolve("library.jar");
    new JarOutputStream(Files.newOutputStream(library)).close();
    return List.of(library);
  }

  @Override
  public void buildSite(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(root.resolve("web/src/page.ts"), folder.resolve("page.js"));
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }
}
