package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.BinaryValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Applies an update to an item; every value is read from the item as it was before. */
public final class UpdateEvaluator {
  private final DynamoDbItem before;

  private UpdateEvaluator(DynamoDbItem before) {
    this.before = before;
  }

  /** The item after the update. */
  public static DynamoDbItem apply(UpdateExpression update, DynamoDbItem before) {
    return new UpdateEvaluator(before).apply(update);
  }

  private DynamoDbItem apply(UpdateExpression update) {
    DynamoDbItem item = before;
    for (UpdateExpression.Assignment set : inOrder(update.sets())) {
      item = ItemEdits.put(item, set.path(), value(set.source()));
    }
    for (UpdateExpression.Change add : update.adds()) {
      item = ItemEdits.put(item, add.path(), added(add.path().in(before), add.value()));
    }
    List<DocumentPath> removes = new ArrayList<>(update.removes());
    for (UpdateExpression.Change delete : update.deletes()) {
      item = deleted(item, delete, removes);
    }
    removes.sort(PathRules::lastFirst);
    for (DocumentPath remove : removes) {
      item = ItemEdits.remove(item, remove);
    }
    return item;
  }

  /** Elements beyond the end of a list are appended in the order of their positions. */
  private static List<UpdateExpression.Assignment> inOrder(List<UpdateExpression.Assignment> sets) {
    return sets.stream().sorted(Comparator.comparingInt(set -> position(set.path()))).toList();
  }

  private static int position(DocumentPath path) {
    return switch (path.steps().getLast()) {
      case DocumentPath.Index(int index) -> index;
      case DocumentPath.Name ignored -> -1;
    };
  }

  private AttributeValue value(UpdateExpression.Source source) {
    return switch (source) {
      case UpdateExpression.At(DocumentPath path) -> existing(path);
      case UpdateExpression.Literal(AttributeValue value) -> value;
      case UpdateExpression.Plus(UpdateExpression.Source left, UpdateExpression.Source right) ->
          number(number(left).add(number(right)));
      case UpdateExpression.Minus(UpdateExpression.Source left, UpdateExpression.Source right) ->
          number(number(left).subtract(number(right)));
      case UpdateExpression.IfNotExists(DocumentPath path, UpdateExpression.Source fallback) -> {
        AttributeValue otherwise = value(fallback); // must exist even if it isn't needed
        AttributeValue there = path.in(before);
        yield there == null ? otherwise : there;
      }
      case UpdateExpression.ListAppend(
              UpdateExpression.Source first,
              UpdateExpression.Source second) -> {
        List<AttributeValue> joined = new ArrayList<>(list(first));
        joined.addAll(list(second));
        yield new AttributeValue.L(joined);
      }
    };
  }

  private AttributeValue existing(DocumentPath path) {
    AttributeValue value = path.in(before);
    if (value == null) {
      throw DynamoDbFaults.validation(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }

  private BigDecimal number(UpdateExpression.Source source) {
    if (value(source) instanceof AttributeValue.N(BigDecimal number)) {
      return number;
    }
    throw wrongType();
  }

  private List<AttributeValue> list(UpdateExpression.Source source) {
    if (value(source) instanceof AttributeValue.L(List<AttributeValue> list)) {
      return list;
    }
    throw wrongType();
  }

  private static AttributeValue number(BigDecimal value) {
    return new AttributeValue.N(DynamoDbNumbers.checked(value));
  }

  private static AttributeValue added(@Nullable AttributeValue there, AttributeValue more) {
    return switch (more) {
      case AttributeValue ignored when there == null -> more;
      case AttributeValue.N n when there instanceof AttributeValue.N old ->
          number(old.value().add(n.value()));
      case AttributeValue.Ss set when there instanceof AttributeValue.Ss old ->
          new AttributeValue.Ss(union(old.values(), set.values()));
      case AttributeValue.Ns set when there instanceof AttributeValue.Ns old ->
          new AttributeValue.Ns(union(old.values(), set.values()));
      case AttributeValue.Bs set when there instanceof AttributeValue.Bs old ->
          new AttributeValue.Bs(union(old.values(), set.values()));
      case AttributeValue ignored -> throw wrongType();
    };
  }

  private DynamoDbItem deleted(
      DynamoDbItem item, UpdateExpression.Change delete, List<DocumentPath> removes) {
    AttributeValue there = delete.path().in(before);
    AttributeValue left = there == null ? null : without(there, delete.value());
    if (left != null) {
      return ItemEdits.put(item, delete.path(), left);
    }
    if (there != null) {
      removes.add(delete.path());
    }
    return item;
  }

  private static @Nullable AttributeValue without(AttributeValue there, AttributeValue less) {
    return switch (less) {
      case AttributeValue.Ss set when there instanceof AttributeValue.Ss(Set<String> old) ->
          set.values().containsAll(old)
              ? null
              : new AttributeValue.Ss(difference(old, set.values()));
      case AttributeValue.Ns set when there instanceof AttributeValue.Ns(Set<BigDecimal> old) ->
          set.values().containsAll(old)
              ? null
              : new AttributeValue.Ns(difference(old, set.values()));
      case AttributeValue.Bs set when there instanceof AttributeValue.Bs(Set<BinaryValue> old) ->
          set.values().containsAll(old)
              ? null
              : new AttributeValue.Bs(difference(old, set.values()));
      case AttributeValue ignored -> throw wrongType();
    };
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static <T> Set<T> difference(Set<T> one, Set<T> other) {
    Set<T> left = new TreeSet<>(one);
    left.removeAll(other);
    return left;
  }

  private static RuntimeException wrongType() {
    return DynamoDbFaults.validation(
        "An operand in the update expression has an incorrect data type");
  }
}
