package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds what the laptop runs, of that only what changed: modules whose sources changed, those that
 * compile against a changed interface, the pages. What is stale is told by contents alone, and the
 * output folder is written by nobody else.
 */
final class LaptopBuild {
  private static final String HOST = "localstack/host";
  private static final Set<String> NOT_IN_SITE =
      Set.of("node_modules", "dist", "target", "test", "journeys", "pom.xml", "README.md");

  private final Path root;
  private final Path output;
  private final BuildTools tools;
  private final Consumer<String> progress;

  LaptopBuild(Path root, Path output, BuildTools tools, Consumer<String> progress) {
    this.root = root;
    this.output = output;
    this.tools = tools;
    this.progress = progress;
  }

  /** Builds the tree in a folder; the exit status is 1 if that fails. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    BuildTools tools = new CommandTools(root, arguments[2], output.resolve("build.log"));
    try {
      new LaptopBuild(root, output, tools, step -> System.err.println("  " + step)).run();
    } catch (BuildFailure failure) {
      failure.lines().stream().limit(20).forEach(System.err::println);
      System.exit(1);
    }
  }

  void run() throws IOException, InterruptedException {
    Files.createDirectories(output);
    // Two commands at once would write the same jars; the second waits and finds them made.
    try (FileChannel file =
            FileChannel.open(
                output.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = file.lock()) {
      ReactorModules reactor = new ReactorModules(root);
      List<Path> libraries = libraries(reactor);
      List<Path> jars = modules(reactor.leadingTo(HOST), libraries);
      site();
      Files.writeString(
          output.resolve("class-path"), joined(Stream.concat(jars.stream(), libraries.stream())));
    }
  }

  private List<Path> libraries(ReactorModules reactor) throws IOException, InterruptedException {
    String key = reactor.hash();
    BuildRecord record = new BuildRecord(output, "libraries");
    List<Path> known = record.says(key) ? paths(record.note()) : List.of();
    if (!known.isEmpty() && known.stream().allMatch(Files::exists)) {
      return known;
    }
    progress.accept("finding the libraries that the poms name");
    record.forget();
    List<Path> found = tools.libraries();
    record.write(key, joined(found.stream()));
    return found;
  }

  private List<Path> modules(List<SourceModule> modules, List<Path> libraries) throws IOException {
    Map<String, String> interfaces = new HashMap<>();
    Path work = output.resolve("work");
    Files.createDirectories(work);
    try (ModuleCompiler compiler = new ModuleCompiler(root, work)) {
      for (SourceModule module : modules) {
        String key = key(module, libraries, interfaces);
        BuildRecord record = new BuildRecord(output, module.artifact());
        if (!record.says(key) || !Files.exists(jar(module.artifact()))) {
          progress.accept("compiling " + module.folder());
          make(module, key, record, compiler, libraries);
        }
        interfaces.put(module.artifact(), record.note());
      }
    }
    SourceFiles.remove(work);
    return modules.stream().map(module -> jar(module.artifact())).toList();
  }

  private void make(
      SourceModule module,
      String key,
      BuildRecord record,
      ModuleCompiler compiler,
      List<Path> libraries)
      throws IOException {
    List<Path> classPath = new ArrayList<>(module.needs().stream().map(this::jar).toList());
    classPath.addAll(libraries);
    ModuleCompiler.Output made = compiler.compile(module, classPath);
    record.forget();
    // Moved, not written over: a laptop that runs goes on reading the jar it has open.
    Files.move(made.jar(), jar(module.artifact()), StandardCopyOption.REPLACE_EXISTING);
    record.write(key, made.binaryInterface());
  }

  private String key(SourceModule module, List<Path> libraries, Map<String, String> interfaces) {
    ContentHash hash =
        new ContentHash()
            .add("options", ModuleCompiler.OPTIONS.toString())
            .add("libraries", joined(libraries.stream()))
            .add("sources", ContentHash.of(root, module.files(root)));
    module.needs().forEach(needed -> hash.add(needed, interfaces.getOrDefault(needed, "")));
    return hash.hex();
  }

  private void site() throws IOException, InterruptedException {
    Path web = root.resolve("web");
    String key = ContentHash.of(root, SourceFiles.below(web, NOT_IN_SITE));
    BuildRecord record = new BuildRecord(output, "site");
    Path site = output.resolve("site");
    if (record.says(key) && Files.isDirectory(site)) {
      return;
    }
    progress.accept("building web");
    Path made = output.resolve("site.new");
    SourceFiles.remove(made);
    tools.buildSite(made);
    record.forget();
    SourceFiles.remove(site);
    Files.move(made, site);
    record.write(key, "");
  }

  private Path jar(String artifact) {
    return output.resolve(artifact + ".jar");
  }

  private static String joined(Stream<Path> paths) {
    return String.join(":", paths.map(Path::toString).toList());
  }

  private static List<Path> paths(String joined) {
    return Stream.of(joined.split(":")).filter(path -> !path.isEmpty()).map(Path::of).toList();
  }
}
