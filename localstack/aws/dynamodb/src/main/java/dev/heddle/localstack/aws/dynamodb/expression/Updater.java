package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Bytes;
import dev.heddle.localstack.aws.dynamodb.value.Decimals;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Applies an update to an item; every value is read from the item as it was before. */
public final class Updater {
  private final Item before;

  private Updater(Item before) {
    this.before = before;
  }

  /** The item after the update. */
  public static Item apply(Update update, Item before) {
    return new Updater(before).apply(update);
  }

  private Item apply(Update update) {
    Item item = before;
    for (Update.Assignment set : inOrder(update.sets())) {
      item = Edits.put(item, set.path(), value(set.source()));
    }
    for (Update.Change add : update.adds()) {
      item = Edits.put(item, add.path(), added(add.path().in(before), add.value()));
    }
    List<DocumentPath> removes = new ArrayList<>(update.removes());
    for (Update.Change delete : update.deletes()) {
      item = deleted(item, delete, removes);
    }
    removes.sort(PathRules::lastFirst);
    for (DocumentPath remove : removes) {
      item = Edits.remove(item, remove);
    }
    return item;
  }

  /** Elements beyond the end of a list are appended in the order of their positions. */
  private static List<Update.Assignment> inOrder(List<Update.Assignment> sets) {
    return sets.stream().sorted(Comparator.comparingInt(set -> position(set.path()))).toList();
  }

  private static int position(DocumentPath path) {
    return switch (path.steps().getLast()) {
      case DocumentPath.Index(int index) -> index;
      case DocumentPath.Name ignored -> -1;
    };
  }

  private AttributeValue value(Update.Source source) {
    return switch (source) {
      case Update.At(DocumentPath path) -> existing(path);
      case Update.Literal(AttributeValue value) -> value;
      case Update.Plus(Update.Source left, Update.Source right) ->
          number(number(left).add(number(right)));
      case Update.Minus(Update.Source left, Update.Source right) ->
          number(number(left).subtract(number(right)));
      case Update.IfNotExists(DocumentPath path, Update.Source fallback) -> {
        AttributeValue otherwise = value(fallback); // must exist even if it isn't needed
        AttributeValue there = path.in(before);
        yield there == null ? otherwise : there;
      }
      case Update.ListAppend(Update.Source first, Update.Source second) -> {
        List<AttributeValue> joined = new ArrayList<>(list(first));
        joined.addAll(list(second));
        yield new AttributeValue.L(joined);
      }
    };
  }

  private AttributeValue existing(DocumentPath path) {
    AttributeValue value = path.in(before);
    if (value == null) {
      throw Faults.validation(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }

  private BigDecimal number(Update.Source source) {
    if (value(source) instanceof AttributeValue.N(BigDecimal number)) {
      return number;
    }
    throw wrongType();
  }

  private List<AttributeValue> list(Update.Source source) {
    if (value(source) instanceof AttributeValue.L(List<AttributeValue> list)) {
      return list;
    }
    throw wrongType();
  }

  private static AttributeValue number(BigDecimal value) {
    return new AttributeValue.N(Decimals.checked(value));
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

  private Item deleted(Item item, Update.Change delete, List<DocumentPath> removes) {
    AttributeValue there = delete.path().in(before);
    AttributeValue left = there == null ? null : without(there, delete.value());
    if (left != null) {
      return Edits.put(item, delete.path(), left);
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
      case AttributeValue.Bs set when there instanceof AttributeValue.Bs(Set<Bytes> old) ->
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
    return Faults.validation("An operand in the update expression has an incorrect data type");
  }
}
