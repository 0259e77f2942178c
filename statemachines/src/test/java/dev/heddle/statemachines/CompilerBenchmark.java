package dev.heddle.statemachines;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;

/** Measures how long drawings of 10 to 5,000 nodes take; a program of its own, not a test. */
final class CompilerBenchmark {
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 5_000);
  private static final int ROUNDS = 15;

  private CompilerBenchmark() {}

  public static void main(String[] args) {
    System.out.println("nodes  chain ms  forks ms  choices ms");
    for (int size : SIZES) {
      System.out.printf(
          "%5d  %8.1f  %8.1f  %10.1f%n",
          size,
          median(size, CompilerBenchmark::chain),
          median(size, CompilerBenchmark::forks),
          median(size, CompilerBenchmark::choices));
    }
  }

  private static double median(int size, IntFunction<ObjectNode> drawing) {
    Compiler compiler = SampleTypes.compiler();
    ObjectNode graph = drawing.apply(size);
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      compiler.compile(graph);
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  private static ObjectNode chain(int size) {
    Sketch sketch = new Sketch();
    for (int i = 1; i < size; i++) {
      sketch.node("n" + i, "set@1").arrow(i == 1 ? "start" : "n" + (i - 1), "n" + i);
    }
    return sketch.graph();
  }

  private static ObjectNode forks(int size) {
    Sketch sketch = new Sketch();
    String before = "start";
    for (int i = 0; i < size / 3; i++) {
      sketch.node("a" + i, "set@1").node("b" + i, "set@1").node("c" + i, "merge@1");
      sketch.arrow(before, "a" + i).arrow(before, "b" + i);
      sketch.arrow("a" + i, "c" + i).arrow("b" + i, "c" + i);
      before = "c" + i;
    }
    return sketch.graph();
  }

  private static ObjectNode choices(int size) {
    Sketch sketch = new Sketch();
    String before = "start";
    for (int i = 0; i < size / 3; i++) {
      sketch.node("a" + i, "if@1").node("b" + i, "set@1").node("c" + i, "merge@1");
      sketch.arrow(before, "a" + i).arrow("a" + i, "true", "b" + i);
      sketch.arrow("a" + i, "false", "c" + i).arrow("b" + i, "c" + i);
      before = "c" + i;
    }
    return sketch.graph();
  }
}
