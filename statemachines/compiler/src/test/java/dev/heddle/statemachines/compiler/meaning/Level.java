package dev.heddle.statemachines.compiler.meaning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One run of the nodes of a drawing, of a container's body or of one branch of a race. */
final class Level {
  /** Loops can make data double each time; what the engine does then is its own affair. */
  private static final int LARGEST = 16_384;

  private final MeaningGraph drawn;
  private final FunctionAnswers world;
  private final Set<String> members;
  private final Around around;
  private final List<Race> races;
  private final Trace trace = new Trace();
  private final Map<String, Done.Left> done = new HashMap<>();
  private final Map<String, Long> times = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private final Set<String> stopped = new HashSet<>();
  private final Set<Done.Failure> failures = new LinkedHashSet<>();
  private long most;

  Level(MeaningGraph drawn, FunctionAnswers world, Set<String> members, Around around) {
    this.drawn = drawn;
    this.world = world;
    this.members = members;
    this.around = around;
    this.races = Race.among(drawn, members);
  }

  /** A level of these nodes that begins where this one is. */
  Level branch(Set<String> nodes) {
    Level branch = new Level(drawn, world, nodes, around);
    branch.done.putAll(done);
    return branch;
  }

  /** A level of what stands in a container. */
  Level body(String container, Around inside) {
    return new Level(drawn, world, drawn.inside(container), inside);
  }

  /** A node waits until each way in is decided. */
  void run() {
    races.stream().filter(race -> race.begins("")).forEach(this::decide);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (String node : members) {
        if (!settled.contains(node) && !isRaced(node) && isDecided(node)) {
          settle(node);
          moved = true;
        }
      }
    }
  }

  private boolean isRaced(String node) {
    return races.stream().anyMatch(race -> race.holds(node));
  }

  private boolean isDecided(String node) {
    return drawn
        .into(node)
        .allMatch(arrow -> settled.contains(arrow.source()) || !members.contains(arrow.source()));
  }

  boolean isTaken(MeaningGraph.Arrow arrow) {
    return isLeft(arrow.source(), arrow.port());
  }

  private boolean isLeft(String node, String port) {
    return done.containsKey(node) && done.get(node).port().equals(port);
  }

  private Stream<MeaningGraph.Arrow> taken(String node) {
    return drawn.into(node).filter(this::isTaken);
  }

  /** Runs the node if a way in is taken; otherwise it is dead, and so are its ways out. */
  private void settle(String node) {
    settled.add(node);
    times.put(node, start(node));
    if (drawn.into(node).anyMatch(arrow -> stopped.contains(arrow.source()))) {
      stopped.add(node);
    } else if (drawn.into(node).findAny().isEmpty() || taken(node).findAny().isPresent()) {
      run(node);
    }
    races.stream().filter(race -> race.begins(node)).forEach(this::decide);
  }

  private long start(String node) {
    return drawn.into(node).mapToLong(a -> times.getOrDefault(a.source(), 0L)).max().orElse(0);
  }

  private void end(String node, Done ended) {
    if (ended instanceof Done.Left left && left.output().toString().length() > LARGEST) {
      throw new Ambiguous(node + " gives more than a variable may hold");
    }
    times.merge(node, ended.span().least(), Long::sum);
    most += ended.span().most();
    switch (ended) {
      case Done.Left left -> done.put(node, left);
      case Done.Failed failed -> fail(node, failed);
    }
  }

  private void fail(String node, Done.Failed failed) {
    String onError = drawn.node(node).path("onError").stringValue("stop");
    if (drawn.isConnected(node, "failure")) {
      done.put(node, new Done.Left("failure", error(node, failed), Span.NONE));
    } else if (onError.equals("continue")) {
      done.put(node, new Done.Left("main", error(node, failed), Span.NONE));
    } else if (onError.equals("default")) {
      JsonNode output = drawn.node(node).path("defaultOutput");
      done.put(node, new Done.Left("main", output, Span.NONE));
    } else {
      failures.addAll(failed.failures());
      stopped.add(node);
    }
  }

  /** What is read by a node that failed. */
  static JsonNode error(String node, Done.Failed failed) {
    if (failed.failures().size() > 1) {
      throw new Ambiguous(node + " fails by any of " + failed.failures());
    }
    Done.Failure failure = failed.failures().iterator().next();
    ObjectNode error = JsonNodeFactory.instance.objectNode().put("failed", true);
    return error.put("error", failure.error()).put("cause", failure.cause()).put("node", node);
  }

  private void run(String node) {
    JsonNode document = drawn.node(node);
    if (document.has("pinned")) {
      String port = document.path("pinned").path("port").stringValue("main");
      end(node, new Done.Left(port, document.path("pinned").path("output"), Span.NONE));
    } else if (!drawn.works(node) || Work.isTrigger(document)) {
      end(node, new Done.Left("main", inputOf(node), Span.NONE));
    } else {
      Sent sent = new Sent();
      end(node, worked(node, sent));
      Optional<Done.Left> left = Optional.ofNullable(done.get(node));
      trace.add(new Trace.Entry(around.path(), node, Optional.ofNullable(sent.config), left));
    }
  }

  private Done worked(String node, Sent sent) {
    JsonNode config = drawn.config(node);
    return switch (drawn.type(node)) {
      case "for-each@1" -> new Each(this, node, config).done();
      case "loop@1" -> new Loop(this, node, config, drawn.isConnected(node, "max")).done();
      default -> work(node, sent).done();
    };
  }

  private Work work(String node, Sent sent) {
    return new Work(
        drawn,
        node,
        world,
        around.path(),
        new Formula(names()),
        inputOf(node),
        (int) taken(node).count(),
        sent);
  }

  /** The output of the one taken way in, an object of several, or what the level was given. */
  JsonNode inputOf(String node) {
    if (drawn.into(node).findAny().isEmpty()) {
      return around.input();
    }
    Map<String, JsonNode> inputs = new LinkedHashMap<>();
    for (String source : done.keySet().stream().sorted(drawn.order()).toList()) {
      if (taken(node).anyMatch(arrow -> arrow.source().equals(source))) {
        inputs.put(source, outputOf(source));
      }
    }
    if (inputs.size() == 1) {
      return inputs.values().iterator().next();
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    inputs.forEach(all::set);
    return all;
  }

  private JsonNode outputOf(String node) {
    return done.containsKey(node) ? done.get(node).output() : JsonNodeFactory.instance.nullNode();
  }

  Map<String, JsonNode> names() {
    Map<String, JsonNode> names = new HashMap<>(around.names());
    members.forEach(node -> names.put(node, outputOf(node)));
    done.keySet().forEach(node -> names.put(node, outputOf(node)));
    return names;
  }

  Around around() {
    return around;
  }

  Trace trace() {
    return trace;
  }

  Set<Done.Failure> failures() {
    return failures;
  }

  boolean isBefore(Level other) {
    return span().isBefore(other.span());
  }

  /** Whether a branch went well and a way to the merge was taken. */
  boolean comesTo(String merge) {
    return failures.isEmpty() && taken(merge).findAny().isPresent();
  }

  /** How long the whole level takes. */
  Span span() {
    long least = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return new Span(least, most);
  }

  boolean left(String node) {
    return done.containsKey(node);
  }

  /** What a container's body gives: its one last node's output, or those of several by id. */
  JsonNode output() {
    return output(drawn.sinks(members));
  }

  JsonNode output(List<String> sinks) {
    if (sinks.size() == 1) {
      return outputOf(sinks.getFirst());
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    sinks.stream().filter(this::left).forEach(id -> all.set(id, outputOf(id)));
    return all;
  }

  /** The fork of a race has ended: its branches run, and one of them is kept. */
  private void decide(Race race) {
    settled.addAll(race.nodes());
    if (stopped.contains(race.fork())) {
      stopped.addAll(race.nodes());
    } else if (race.begins("") || isLeft(race.fork(), race.port())) {
      keep(race, race.run(this));
    }
  }

  private void keep(Race race, Race.Result result) {
    trace.addAll(result.trace());
    result.winner().ifPresent(winner -> done.putAll(winner.done));
    long start = times.getOrDefault(race.fork(), 0L);
    race.nodes().forEach(node -> times.put(node, start + result.span().least()));
    most += result.span().most();
    result.failed().ifPresent(failed -> end(race.merge(), failed));
  }
}
