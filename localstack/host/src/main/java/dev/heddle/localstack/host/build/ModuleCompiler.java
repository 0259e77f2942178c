package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles modules to jars, each as a whole, so that nothing of what was removed is left. */
final class ModuleCompiler implements AutoCloseable {
  /** How javac is called; the strict build's checks are Maven's. */
  static final List<String> OPTIONS = List.of("--release", "25", "-proc:none", "-nowarn", "-g");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  // One for all modules, because it keeps libraries open. A module's own jar is written before the
  // first module that reads it is compiled, so none is read stale.
  private final StandardJavaFileManager files =
      javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  private final Path root;
  private final Path work;

  /** One that puts what it makes into a folder. */
  ModuleCompiler(Path root, Path work) {
    this.root = root;
    this.work = work;
  }

  /** A jar, and the hash of what others compile against. */
  record Output(Path jar, String binaryInterface) {}

  Output compile(SourceModule module, List<Path> classPath) throws IOException {
    Path classes = work.resolve(module.artifact());
    SourceFiles.remove(classes);
    Files.createDirectories(classes);
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    // Else javac would look for sources where it looks for classes.
    files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(module.javaFolder(root)));
    List<Path> sources =
        SourceFiles.below(module.javaFolder(root), Set.of()).stream()
            .filter(file -> file.toString().endsWith(".java"))
            .toList();
    run(sources);
    SortedMap<String, byte[]> compiled = read(classes);
    SortedMap<String, byte[]> content = read(module.resourceFolder(root));
    content.putAll(compiled);
    Path jar = work.resolve(module.artifact() + ".jar");
    write(jar, content);
    SourceFiles.remove(classes);
    return new Output(jar, BinaryInterface.of(compiled));
  }

  private void run(List<Path> sources) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    var problems = new DiagnosticCollector<JavaFileObject>();
    var task =
        javac.getTask(
            null, files, problems, OPTIONS, null, files.getJavaFileObjectsFromPaths(sources));
    if (!task.call()) {
      throw new BuildFailure(
          problems.getDiagnostics().stream()
              .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
              .map(this::line)
              .toList());
    }
  }

  private String line(Diagnostic<? extends JavaFileObject> problem) {
    String message = problem.getMessage(Locale.ROOT);
    JavaFileObject source = problem.getSource();
    return source == null
        ? message
        : root.relativize(Path.of(source.toUri())) + ":" + problem.getLineNumber() + ": " + message;
  }

  private static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> found = new TreeMap<>();
    for (Path file : new ArrayList<>(SourceFiles.below(folder, Set.of()))) {
      found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
    }
    return found;
  }

  private static void write(Path jar, SortedMap<String, byte[]> content) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (var one : content.entrySet()) {
        out.putNextEntry(new JarEntry(one.getKey()));
        out.write(one.getValue());
        out.closeEntry();
      }
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
