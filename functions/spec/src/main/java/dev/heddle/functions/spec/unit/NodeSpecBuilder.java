package dev.heddle.functions.spec.unit;

import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a node type part by part. What is left out is what most have: one port on, none for
 * failures, any output, no keywords, no line of its settings and, as it isn't called, no time.
 */
public final class NodeSpecBuilder<C extends Record> {
  private final String id;
  private final Class<C> config;
  private String title = "";
  private String summary = "";
  private Family family = Family.DATA;
  private String icon = "";
  private List<String> keywords = List.of();
  private String line = "";
  private @Nullable NodeWiring wiring;
  private NodePorts ports = NodePorts.main();
  private boolean failurePort;
  private Shape output = new Shape.Any();
  private Duration timeout = Duration.ZERO;

  NodeSpecBuilder(String id, Class<C> config) {
    this.id = id;
    this.config = config;
  }

  /** Its name on screen. */
  public NodeSpecBuilder<C> title(String text) {
    title = text;
    return this;
  }

  /** What it does, in one sentence. */
  public NodeSpecBuilder<C> summary(String text) {
    summary = text;
    return this;
  }

  /** Where the palette shows it. */
  public NodeSpecBuilder<C> family(Family where) {
    family = where;
    return this;
  }

  /** Its icon's name. */
  public NodeSpecBuilder<C> icon(String name) {
    icon = name;
    return this;
  }

  /** What people also search for. */
  public NodeSpecBuilder<C> keywords(String... words) {
    keywords = List.of(words);
    return this;
  }

  /** What its card says, with {@code {field}} for a setting. */
  public NodeSpecBuilder<C> line(String text) {
    line = text;
    return this;
  }

  /** What it becomes in a machine. */
  public NodeSpecBuilder<C> wiring(NodeWiring how) {
    wiring = how;
    return this;
  }

  /** The ports it can leave by. */
  public NodeSpecBuilder<C> ports(NodePorts which) {
    ports = which;
    return this;
  }

  /** It can fail, and may have a way on for that. */
  public NodeSpecBuilder<C> failurePort() {
    failurePort = true;
    return this;
  }

  /** What its output looks like. */
  public NodeSpecBuilder<C> output(Shape shape) {
    output = shape;
    return this;
  }

  /** The longest one call may take; the function's own limit. */
  public NodeSpecBuilder<C> timeout(Duration longest) {
    timeout = longest;
    return this;
  }

  /** The node type, which may touch this and nothing else. */
  public NodeSpec<C> access(Access... granted) {
    return new NodeSpec<>(
        id,
        title,
        summary,
        family,
        icon,
        keywords,
        line,
        Objects.requireNonNull(wiring, () -> id + " has no wiring"),
        ports,
        failurePort,
        config,
        output,
        timeout,
        Set.of(granted));
  }
}
