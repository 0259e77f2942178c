package dev.heddle.functions.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.ShapeCheck;
import dev.heddle.functions.spec.shape.Shapes;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.spec.unit.NodeSpecRules;
import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TriggerNodesTest {
  static final List<NodeUnit<?>> ALL = TriggerNodes.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  void isDescribedWell(NodeUnit<?> node) {
    NodeSpecRules.check(node);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manual@1 | {}",
        "manual@1 | {'sample':{'a':[1]}}",
        "called-trigger@1 | {'sample':[1]}",
      })
  void takesItsConfig(String id, String config) {
    NodeUnit<?> node =
        ALL.stream().filter(unit -> unit.spec().id().equals(id)).findFirst().orElseThrow();
    assertThat(
            ShapeCheck.of(
                Shapes.of(node.spec().config()), Wire.JSON.readTree(config.replace('\'', '"'))))
        .isEmpty();
  }
}
