package dev.heddle.functions.spec.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every node type's spec must hold, whichever room it is from. */
public final class NodeSpecRules {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  private NodeSpecRules() {}

  /** Fails unless the spec holds. */
  public static void check(NodeUnit<?> node) {
    NodeSpec<?> spec = node.spec();
    assertThat(spec.id()).matches("[a-z]+(-[a-z]+)*@[1-9]\\d*");
    assertThat(spec.icon()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(spec.summary()).endsWith(".").hasSizeLessThan(100).doesNotContain("!");
    assertThat(spec.keywords()).doesNotHaveDuplicates().isNotEmpty();
    Shape.Fields config = RecordShapes.of(spec.config());
    assertThat(config.fields()).extracting(Shape.Field::name).containsAll(named(spec.line()));
    fields(config);
  }

  private static List<String> named(String line) {
    List<String> names = new ArrayList<>();
    Matcher found = PLACEHOLDER.matcher(line);
    while (found.find()) {
      names.add(found.group(1).replaceAll("\\..*", ""));
    }
    return names;
  }

  private static void fields(Shape.Fields shape) {
    for (Shape.Field field : shape.fields()) {
      assertThat(field.title()).as(field.name()).isNotBlank();
      assertThat(field.hint()).as(field.name()).matches("|.*[.?]");
      if (field.fallback() != null) {
        assertThat(ShapeValidator.of(field.shape(), field.fallback())).as(field.name()).isEmpty();
      }
      inside(field.shape());
    }
  }

  private static void inside(Shape shape) {
    switch (shape) {
      case Shape.Fields nested -> fields(nested);
      case Shape.Union union -> union.variants().values().forEach(one -> fields(one.fields()));
      case Shape.ListOf list -> inside(list.item());
      case Shape.MapOf map -> inside(map.value());
      case Shape.Text _, Shape.Number _, Shape.Flag _, Shape.Choice _, Shape.Any _ -> {}
    }
  }
}
