package dev.heddle.statemachines.language.vocabulary;

import java.util.List;

/**
 * One node type as palette, form, checks and compiler see it.
 *
 * @param id name and version, such as {@code http-request@1}
 * @param summary one sentence for the palette
 * @param icon a lucide icon name
 * @param keywords what else one might search it by
 * @param line the grey line on the card; {@code {field}} stands for a config value
 * @param failurePort whether an edge may leave by {@link NodePorts#FAILURE}
 * @param output the shape of what an expression reads by the node's name
 */
public record NodeType(
    String id,
    String title,
    String summary,
    Family family,
    String icon,
    List<String> keywords,
    String line,
    NodeWiring wiring,
    NodePorts ports,
    boolean failurePort,
    Shape.Fields config,
    Shape output) {

  /** The palette's groups, in their order. */
  public enum Family {
    TRIGGER,
    FLOW,
    DATA,
    CONNECT,
    AI
  }

  /** The id without its version. */
  public String name() {
    return id.substring(0, id.indexOf('@'));
  }
}
