package dev.heddle.localstack.aws.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemEncoder;
import dev.heddle.localstack.aws.dynamodb.value.RandomValues;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold for any expression and any item. */
class ExpressionPropertyTest {
  private static final int CASES = 5_000;

  private final Random random = new Random(18_121_231);
  private final RandomValues values = new RandomValues(random);

  private ConditionExpression read(RandomExpressions expressions, String text) {
    var placeholders = expressions.placeholders();
    ConditionExpression condition = ConditionParser.parse("E", text, placeholders).condition();
    placeholders.refuseUnused();
    return condition;
  }

  @Test
  void aPrintedConditionIsReadBack() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new RandomExpressions(random);
      ConditionExpression condition = expressions.condition(3);
      String text = expressions.print(condition);
      assertThat(read(expressions, text)).as(text).isEqualTo(condition);
    }
  }

  @Test
  void connectivesAreThoseOfLogic() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new RandomExpressions(random);
      ConditionExpression a = expressions.condition(2);
      ConditionExpression b = expressions.condition(2);
      DynamoDbItem item = values.item(6);
      boolean left = a.holds(item);
      boolean right = b.holds(item);
      assertThat(new ConditionExpression.Not(a).holds(item)).isEqualTo(!left);
      assertThat(new ConditionExpression.And(a, b).holds(item)).isEqualTo(left && right);
      assertThat(new ConditionExpression.Or(a, b).holds(item)).isEqualTo(left || right);
    }
  }

  @Test
  void bindsAndTighterThanOr() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new RandomExpressions(random);
      ConditionExpression a = expressions.condition(0);
      ConditionExpression b = expressions.condition(0);
      ConditionExpression c = expressions.condition(0);
      String text =
          expressions.print(a) + " OR " + expressions.print(b) + " AND " + expressions.print(c);
      assertThat(read(expressions, text))
          .isEqualTo(new ConditionExpression.Or(a, new ConditionExpression.And(b, c)));
    }
  }

  @Test
  void comparatorsAgree() {
    for (int i = 0; i < CASES; i++) {
      var expressions = new RandomExpressions(random);
      ConditionOperand left = new ConditionOperand.At(expressions.path());
      ConditionOperand right = expressions.literal();
      DynamoDbItem item = values.item(6);
      boolean equal = holds(left, ConditionExpression.Comparator.EQ, right, item);
      boolean less = holds(left, ConditionExpression.Comparator.LT, right, item);
      boolean greater = holds(left, ConditionExpression.Comparator.GT, right, item);
      boolean ordered =
          less || greater || holds(left, ConditionExpression.Comparator.LE, right, item);
      assertThat(holds(left, ConditionExpression.Comparator.NE, right, item)).isEqualTo(!equal);
      assertThat(less && greater).isFalse();
      if (ordered) {
        assertThat(holds(left, ConditionExpression.Comparator.LE, right, item))
            .isEqualTo(less || equal);
        assertThat(holds(left, ConditionExpression.Comparator.GE, right, item))
            .isEqualTo(greater || equal);
      }
      assertThat(new ConditionExpression.In(left, List.of(right)).holds(item)).isEqualTo(equal);
      assertThat(new ConditionExpression.Between(left, right, right).holds(item))
          .isEqualTo(ordered && equal);
    }
  }

  private static boolean holds(
      ConditionOperand left,
      ConditionExpression.Comparator comparator,
      ConditionOperand right,
      DynamoDbItem item) {
    return new ConditionExpression.Compare(left, comparator, right).holds(item);
  }

  @Test
  void whatIsSetIsThereAndNothingElseChanges() {
    int changed = 0;
    for (int i = 0; i < CASES; i++) {
      var expressions = new RandomExpressions(random);
      DynamoDbItem before = values.item(6);
      byte[] bytes = ItemEncoder.of(before);
      DocumentPath path = expressions.path();
      AttributeValue value = values.value(2);
      String text = "SET " + expressions.print(path) + " = " + expressions.print(value);
      UpdateExpression update = UpdateParser.parse(text, expressions.placeholders());
      try {
        DynamoDbItem after = UpdateEvaluator.apply(update, before);
        changed++;
        assertSet(path, value, before, after);
        assertThat(ItemEdits.remove(after, firstStep(path)))
            .isEqualTo(ItemEdits.remove(before, firstStep(path)));
      } catch (AwsFault fault) {
        assertThat(fault.message()).contains("invalid for update");
      }
      assertThat(ItemEncoder.of(before)).isEqualTo(bytes);
    }
    assertThat(changed).isGreaterThan(CASES / 3);
  }

  private static void assertSet(
      DocumentPath path, AttributeValue value, DynamoDbItem before, DynamoDbItem after) {
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
      var expressions = new RandomExpressions(random);
      DynamoDbItem item = values.item(6);
      DocumentPath path = expressions.path();
      ProjectionExpression projection =
          ProjectionExpression.parse(expressions.print(path), expressions.placeholders());
      DynamoDbItem projected = projection.of(item);
      assertThat(projected.attributes().isEmpty()).isEqualTo(path.in(item) == null);
      assertThat(projected.size()).isLessThanOrEqualTo(item.size());
    }
  }
}
