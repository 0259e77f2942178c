package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.DroppedCount;
import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.statemachines.language.RunMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run seen from one iteration, or from outside all containers: of each container in view the
 * first iteration that failed is shown, else the last that began.
 */
final class IterationView {
  private final String here;
  private final List<NodeRun> all;
  private final RunMap map;
  private final Map<String, DroppedCount> tallies;
  private final Map<List<String>, Optional<String>> shown = new HashMap<>();

  /**
   * A view.
   *
   * @param here the path of the iteration; empty for the run as a whole
   * @param all what nodes did, in the order they began
   * @param tallies what is no longer kept, by node
   */
  IterationView(String here, List<NodeRun> all, RunMap map, Map<String, DroppedCount> tallies) {
    this.here = here;
    this.all = all;
    this.map = map;
    this.tallies = tallies;
  }

  /** How many there were and how many of them failed. */
  record Counts(long count, long failed) {}

  /** Whether a node is in view: in the iteration, at whatever depth. */
  boolean holds(String node) {
    List<String> around = map.around(node);
    int depth = depth(here);
    return around.size() >= depth && names(here).equals(around.subList(0, depth));
  }

  /** What a node did in the iteration that is shown. */
  Optional<NodeRun> shown(String node) {
    return path(map.around(node))
        .flatMap(path -> all.stream().filter(run -> is(run, node, path)).findFirst());
  }

  private static boolean is(NodeRun run, String node, String path) {
    return run.node().equals(node) && run.path().equals(path);
  }

  private Optional<String> path(List<String> around) {
    if (around.size() <= depth(here)) {
      return Optional.of(here);
    }
    @Nullable Optional<String> known = shown.get(around);
    if (known == null) {
      known = path(around.subList(0, around.size() - 1)).flatMap(outer -> pick(outer, around));
      shown.put(around, known);
    }
    return known;
  }

  private Optional<String> pick(String outer, List<String> around) {
    String begin = (outer.isEmpty() ? "" : outer + ".") + around.getLast() + "[";
    List<NodeRun> inside = all.stream().filter(run -> run.path().startsWith(begin)).toList();
    return inside.stream()
        .filter(run -> run.status() == NodeRun.Status.FAILED)
        .findFirst()
        .or(() -> inside.stream().reduce((_, later) -> later))
        .map(run -> cut(run.path(), around.size()));
  }

  /** How often a node ran in the view; nothing for one that runs once there. */
  @Nullable Counts counts(String node) {
    if (map.around(node).size() <= depth(here)) {
      return null;
    }
    List<NodeRun> runs =
        all.stream()
            .filter(run -> run.node().equals(node))
            .filter(run -> here.isEmpty() || run.path().startsWith(here + "."))
            .toList();
    long failed = runs.stream().filter(run -> run.status() == NodeRun.Status.FAILED).count();
    DroppedCount beyond =
        here.isEmpty() ? tallies.getOrDefault(node, DroppedCount.NONE) : DroppedCount.NONE;
    return new Counts(runs.size() + beyond.count(), failed + beyond.failed());
  }

  private static int depth(String path) {
    return path.isEmpty() ? 0 : path.split("\\.").length;
  }

  private static List<String> names(String path) {
    return path.isEmpty() ? List.of() : List.of(path.replaceAll("\\[\\d+]", "").split("\\."));
  }

  private static String cut(String path, int depth) {
    return String.join(".", List.of(path.split("\\.")).subList(0, depth));
  }
}
