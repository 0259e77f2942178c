package dev.heddle.localstack.lab.compile;

import dev.heddle.statemachines.compiler.Compiler;
import dev.heddle.statemachines.language.CompilationResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the compiler. */
public final class CompilerBenchmark {
  private static final int ROUNDS = 15;
  private static final JsonMapper JSON = JsonMapper.shared();
  private final Compiler compiler;
  private final Settings settings;
  private final Consumer<String> progress;

  /**
   * What to measure.
   *
   * @param only one shape; null is all
   * @param warming seconds each drawing is compiled before it is measured
   */
  public record Settings(List<Integer> sizes, @Nullable String only, double warming) {}

  private CompilerBenchmark(Compiler compiler, Settings settings, Consumer<String> progress) {
    this.compiler = compiler;
    this.settings = settings;
    this.progress = progress;
  }

  /** The names of the shapes there are. */
  public static List<String> shapes() {
    return Stream.of(DrawingShape.values()).map(CompilerBenchmark::name).toList();
  }

  private static String name(DrawingShape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  /** A compiler that knows Heddle's node types. */
  static Compiler compiler() {
    var deployment =
        new dev.heddle.functions.spec.port.DeploymentSettings("", "heddle-", "", "", "");
    return dev.heddle.functions.publishing.DrawingCompiler.of(deployment)
        .compiler(_ -> Optional.empty());
  }

  /** Measures the compiler, telling what it is about to do. */
  public static CompilerReport run(Settings settings, Consumer<String> progress) {
    CompilerBenchmark bench = new CompilerBenchmark(compiler(), settings, progress);
    double cold = bench.once(DrawingShape.CHAIN.of(100));
    List<CompileTiming> measured = new ArrayList<>();
    for (DrawingShape shape : DrawingShape.values()) {
      if (settings.only() == null || name(shape).equals(settings.only())) {
        measured.addAll(bench.measure(shape, settings.sizes()));
      }
    }
    return new CompilerReport(cold, measured, bench.byHand());
  }

  private List<CompileTiming> measure(DrawingShape shape, List<Integer> sizes) {
    List<CompileTiming> measured = new ArrayList<>();
    for (int size : sizes) {
      progress.accept(name(shape) + " of " + size);
      measured.add(measure(shape, size, measured.isEmpty() ? null : measured.getLast()));
    }
    return measured;
  }

  private CompileTiming measure(DrawingShape shape, int size, @Nullable CompileTiming before) {
    JsonNode graph = shape.of(size);
    int nodes = graph.path("nodes").size();
    double first = once(graph);
    double warm = warm(graph);
    Double growth = before == null ? null : warm / before.warm() / order(nodes, before.nodes());
    return new CompileTiming(name(shape), nodes, first, warm, growth, bytes(graph));
  }

  private static double order(int nodes, int before) {
    return nodes * Math.log(nodes) / (before * Math.log(before));
  }

  private double once(JsonNode graph) {
    long start = System.nanoTime();
    compiler.compile(graph);
    return (System.nanoTime() - start) / 1e6;
  }

  /** In the middle of some rounds, after as many as fit in a while. */
  private double warm(JsonNode graph) {
    long end = System.nanoTime() + (long) (settings.warming() * 1e9);
    while (System.nanoTime() < end) {
      compiler.compile(graph);
    }
    double[] rounds = new double[ROUNDS];
    Arrays.setAll(rounds, _ -> once(graph));
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private int bytes(JsonNode graph) {
    CompilationResult compilation = compiler.compile(graph);
    return compilation.machine() == null
        ? 0
        : compilation.machine().definition().toString().length();
  }

  private List<HandWrittenComparison> byHand() {
    return Stream.of("chain", "diamond", "for-each")
        .map(
            name ->
                new HandWrittenComparison(
                    name,
                    bytes(read(name + ".graph.json")),
                    read(name + ".asl.json").toString().length()))
        .toList();
  }

  private static JsonNode read(String name) {
    try (InputStream file = CompilerBenchmark.class.getResourceAsStream(name)) {
      return JSON.readTree(Objects.requireNonNull(file, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
