package dev.heddle.statemachines.language.vocabulary;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** The named ways out of a node, the failure port aside. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodePorts.Fixed.class, name = "fixed"),
  @JsonSubTypes.Type(value = NodePorts.FromList.class, name = "from-list")
})
public sealed interface NodePorts {

  /** The port a node without choices leaves by. */
  String MAIN = "main";

  /** The port taken when a node fails. */
  String FAILURE = "failure";

  /** The port taken when nobody gave a token back in time, where an edge leaves by it. */
  String TIMEOUT = "timeout";

  /** The port taken when a loop ran as often as it may, where an edge leaves by it. */
  String MAX = "max";

  /** The same ports for every node of the type; none for one that ends its path. */
  record Fixed(List<String> names) implements NodePorts {}

  /** One port for each item of a config list, named by a field of the item, and one more. */
  record FromList(String list, String name, String otherwise) implements NodePorts {}

  /** Only {@link #MAIN}. */
  static NodePorts main() {
    return new Fixed(List.of(MAIN));
  }

  /** No way out. */
  static NodePorts none() {
    return new Fixed(List.of());
  }
}
