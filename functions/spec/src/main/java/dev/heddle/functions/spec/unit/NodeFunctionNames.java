package dev.heddle.functions.spec.unit;

import dev.heddle.statemachines.language.vocabulary.NodeType;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The Lambda function behind each node type, by convention: {@code http-request@1} is run by the
 * alias {@code live} of {@code <prefix>HttpRequestNode}, {@code http-request@2} of {@code
 * <prefix>HttpRequest2Node}.
 *
 * <p>What asks models is a function for each provider, since no jar holds the libraries of two. The
 * one of {@link ModelProvider#DEFAULT} has the plain name, because machines published before there
 * were others call it by that; another's has the provider's behind it: {@code
 * <prefix>ChatModelNode-anthropic}.
 */
public record NodeFunctionNames(String prefix) {
  private static final String ALIAS = ":live";

  /** The function's name with its alias. */
  public String function(NodeType type) {
    return function(type, ModelProvider.DEFAULT);
  }

  /** The name, with its alias, of the function that asks this provider's models. */
  public String function(NodeType type, String provider) {
    return prefix + unit(unit(type.id()), provider) + ALIAS;
  }

  /** The name of the class that a node type of this id must have. */
  public static String unit(String id) {
    String name = id.substring(0, id.indexOf('@'));
    String version = id.substring(id.indexOf('@') + 1);
    return Arrays.stream(name.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "", version.equals("1") ? "Node" : version + "Node"));
  }

  static String unit(String type, ModelProvider provider) {
    return unit(type, provider.spec().name());
  }

  private static String unit(String type, String provider) {
    return provider.equals(ModelProvider.DEFAULT) ? type : type + "-" + provider;
  }
}
