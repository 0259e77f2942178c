package dev.heddle.functions.core.catalog;

import dev.heddle.functions.core.port.Settings;
import dev.heddle.statemachines.Compiler;
import dev.heddle.statemachines.vocabulary.NodeType;
import dev.heddle.statemachines.vocabulary.Resources;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Lambda function behind each node type, by convention: {@code http-request@1} is run by the
 * alias {@code live} of {@code <prefix>HttpRequestNode}, {@code http-request@2} of {@code
 * <prefix>HttpRequest2Node}.
 *
 * @param machineArns before the name of every state machine's ARN
 */
public record NodeFunctions(String prefix, String machineArns) implements Resources {
  private static final String ALIAS = ":live";

  /** Of a deployment whose machines have no ARNs, such as a drawing's that is only checked. */
  public NodeFunctions(String prefix) {
    this(prefix, "");
  }

  /** The compiler for this deployment's functions and every node type. */
  public static Compiler compiler(Settings settings) {
    return new Compiler(
        GeneratedCatalog.vocabulary(),
        new NodeFunctions(settings.functionPrefix(), settings.machineArns()));
  }

  @Override
  public String function(NodeType type) {
    return prefix + unit(type.id()) + ALIAS;
  }

  @Override
  public Optional<String> workflow(String id) {
    return Optional.empty();
  }

  @Override
  public String machine(String name) {
    return machineArns + prefix + name;
  }

  /** The name of the class that a node type of this id must have. */
  public static String unit(String id) {
    String name = id.substring(0, id.indexOf('@'));
    String version = id.substring(id.indexOf('@') + 1);
    return Arrays.stream(name.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "", version.equals("1") ? "Node" : version + "Node"));
  }
}
