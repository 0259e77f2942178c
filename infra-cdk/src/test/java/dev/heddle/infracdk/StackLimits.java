package dev.heddle.infracdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a stack's template must keep well under: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation's
 * quotas</a> are 500 resources, 200 outputs and a megabyte.
 */
final class StackLimits {
  private static final int RESOURCES = 300;
  private static final int OUTPUTS = 100;
  private static final int BYTES = 600_000;

  /** The stacks that hold what functions lean on; nothing in them is a function. */
  private static final List<String> BELOW = List.of("heddle-foundation:", "heddle-gateway:");

  private StackLimits() {}

  static void hold(String stack, JsonNode template) {
    assertThat(template.get("Resources").size()).as(stack).isLessThan(RESOURCES);
    assertThat(template.path("Outputs").size()).as(stack).isLessThan(OUTPUTS);
    assertThat(template.toString().length()).as(stack).isLessThan(BYTES);
  }

  /** A stack with functions exports nothing, and what is imported comes from below. */
  static void importNoFunction(String stack, JsonNode template) {
    boolean functions = template.get("Resources").toString().contains("HEDDLE_UNIT");
    if (functions) {
      assertThat(template.path("Outputs").size()).as(stack + " exports").isZero();
    }
    assertThat(imports(template))
        .as(stack)
        .allMatch(name -> BELOW.stream().anyMatch(name::startsWith));
  }

  private static Stream<String> imports(JsonNode template) {
    return template.findValues("Fn::ImportValue").stream().map(JsonNode::asString);
  }
}
