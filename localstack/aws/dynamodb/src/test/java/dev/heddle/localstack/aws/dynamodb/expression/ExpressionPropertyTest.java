package dev.heddle.localstack.aws.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ItemBytes;
import dev.heddle.localstack.aws.dynamodb.value.Values;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold for any expression and any item. */
class ExpressionPropertyTest {
  private static final int CASES = 5_000;

  private final Random random = new Random(18_121_231);
  private final Values values = new Values(random);

  private Condition read(Expressions expressions, String text) {
    var placeholders = expressions.placeholders();
    Condition condition = ConditionParser.parse("E", text, placeholders).condition();
    placeholders.refuseUnused();
    return condition;
  }

  @Test
  void aPrintedConditionIsReadBack() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new Expressions(random);
      Condition condition = expressions.condition(3);
      String text = expressions.print(condition);
      assertThat(read(expressions, text)).as(text).isEqualTo(condition);
    }
  }

  @Test
  void connectivesAreThoseOfLogic() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new Expressions(random);
      Condition a = expressions.condition(2);
      Condition b = expressions.condition(2);
      Item item = values.item(6);
      boolean left = a.holds(item);
      boolean right = b.holds(item);
      assertThat(new Condition.Not(a).holds(item)).isEqualTo(!left);
      assertThat(new Condition.And(a, b).holds(item)).isEqualTo(left && right);
      assertThat(new Condition.Or(a, b).holds(item)).isEqualTo(left || right);
    }
  }

  @Test
  void bindsAndTighterThanOr() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new Expressions(random);
      Condition a = expressions.condition(0);
      Condition b = expressions.condition(0);
      Condition c = expressions.condition(0);
      String text =
          expressions.print(a) + " OR " + expressions.print(b) + " AND " + expressions.print(c);
      assertThat(read(expressions, text)).isEqualTo(new Condition.Or(a, new Condition.And(b, c)));
    }
  }

  @Test
  void comparatorsAgree() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new Expressions(random);
      Operand left = new Operand.At(expressions.path());
      Operand right = expressions.literal();
      Item item = values.item(6);
      boolean equal = holds(left, Condition.Comparator.EQ, right, item);
      boolean less = holds(left, Condition.Comparator.LT, right, item);
      boolean greater = holds(left, Condition.Comparator.GT, right, item);
      boolean ordered = less || greater || holds(left, Condition.Comparator.LE, right, item);
      assertThat(holds(left, Condition.Comparator.NE, right, item)).isEqualTo(!equal);
      assertThat(less && greater).isFalse();
      if (ordered) {
        assertThat(holds(left, Condition.Comparator.LE, right, item)).isEqualTo(less || equal);
        assertThat(holds(left, Condition.Comparator.GE, right, item)).isEqualTo(greater || equal);
      }
      assertThat(new Condition.In(left, List.of(right)).holds(item)).isEqualTo(equal);
      assertThat(new Condition.Between(left, right, right).holds(item)).isEqualTo(ordered && equal);
    }
  }

  private static boolean holds(
      Operand left, Condition.Comparator comparator, Operand right, Item item) {
    return new Condition.Compare(left, comparator, right).holds(item);
  }

  @Test
  void whatIsSetIsThereAndNothingElseChanges() {
    int changed = 0;
    for (int i = 0; i < CASES; i++) {
      var expressions = new Expressions(random);
      Item before = values.item(6);
      byte[] bytes = ItemBytes.of(before);
      DocumentPath path = expressions.path();
      AttributeValue value = values.value(2);
      String text = "SET " + expressions.print(path) + " = " + expressions.print(value);
      Update update = UpdateParser.parse(text, expressions.placeholders());
      try {
        Item after = Updater.apply(update, before);
        changed++;
        assertSet(path, value, before, after);
        assertThat(Edits.remove(after, firstStep(path)))
            .isEqualTo(Edits.remove(before, firstStep(path)));
      } catch (AwsFault fault) {
        assertThat(fault.message()).contains("invalid for update");
      }
      assertThat(ItemBytes.of(before)).isEqualTo(bytes);
    }
    assertThat(changed).isGreaterThan(CASES / 3);
  }

  private static void assertSet(DocumentPath path, AttributeValue value, Item before, Item after) {
    AttributeValue there = path.in(after);
    boolean appended = there == null && path.in(before) == null;
    assertThat(appended || Objects.equals(there, value)).isTrue();
  }

  private static DocumentPath firstStep(DocumentPath path) {
    return new DocumentPath(path.steps().subList(0, 1));
  }

  @Test
  void aProjectionHasWhatIsAtItsPath() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new Expressions(random);
      Item item = values.item(6);
      DocumentPath path = expressions.path();
      Projection projection = Projection.parse(expressions.print(path), expressions.placeholders());
      Item projected = projection.of(item);
      assertThat(projected.attributes().isEmpty()).isEqualTo(path.in(item) == null);
      assertThat(projected.size()).isLessThanOrEqualTo(item.size());
    }
  }
}
