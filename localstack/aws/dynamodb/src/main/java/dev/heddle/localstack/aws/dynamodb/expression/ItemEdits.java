package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes at a path of an immutable item; only what lies on the path is copied. */
final class ItemEdits {
  private ItemEdits() {}

  /** With the value at the path; a list position beyond the end appends. */
  static DynamoDbItem put(DynamoDbItem item, DocumentPath path, AttributeValue value) {
    return new DynamoDbItem(put(item.attributes(), path.attribute(), rest(path), value));
  }

  /** Without a value at the path; one that isn't there is no fault, a missing way to it is. */
  static DynamoDbItem remove(DynamoDbItem item, DocumentPath path) {
    if (!path.nested()) {
      Map<String, AttributeValue> left = new LinkedHashMap<>(item.attributes());
      left.remove(path.attribute());
      return new DynamoDbItem(left);
    }
    AttributeValue root = item.get(path.attribute());
    if (root == null) {
      throw invalidPath();
    }
    Map<String, AttributeValue> changed = new LinkedHashMap<>(item.attributes());
    changed.put(path.attribute(), remove(root, rest(path)));
    return new DynamoDbItem(changed);
  }

  private static List<DocumentPath.Step> rest(DocumentPath path) {
    return path.steps().subList(1, path.steps().size());
  }

  private static Map<String, AttributeValue> put(
      Map<String, AttributeValue> map,
      String name,
      List<DocumentPath.Step> rest,
      AttributeValue value) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(map);
    changed.put(name, put(map.get(name), rest, value));
    return changed;
  }

  private static AttributeValue put(
      @Nullable AttributeValue at, List<DocumentPath.Step> steps, AttributeValue value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<DocumentPath.Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case DocumentPath.Name(String name) when at instanceof AttributeValue.M map ->
          new AttributeValue.M(put(map.values(), name, rest, value));
      case DocumentPath.Index(int index) when at instanceof AttributeValue.L list ->
          new AttributeValue.L(put(list.values(), index, rest, value));
      case DocumentPath.Step ignored -> throw invalidPath();
    };
  }

  private static List<AttributeValue> put(
      List<AttributeValue> list, int index, List<DocumentPath.Step> rest, AttributeValue value) {
    List<AttributeValue> changed = new ArrayList<>(list);
    if (index < list.size()) {
      changed.set(index, put(list.get(index), rest, value));
    } else {
      changed.add(put(null, rest, value));
    }
    return changed;
  }

  private static AttributeValue remove(AttributeValue at, List<DocumentPath.Step> steps) {
    DocumentPath.Step step = steps.getFirst();
    AttributeValue child = DocumentPath.child(at, step);
    boolean last = steps.size() == 1;
    if (child == null && !last) {
      throw invalidPath();
    }
    AttributeValue changed =
        last || child == null ? null : remove(child, steps.subList(1, steps.size()));
    return switch (step) {
      case DocumentPath.Name(String name) when at instanceof AttributeValue.M map ->
          new AttributeValue.M(with(map.values(), name, changed));
      case DocumentPath.Index(int index) when at instanceof AttributeValue.L list ->
          new AttributeValue.L(with(list.values(), index, changed));
      case DocumentPath.Step ignored -> throw invalidPath();
    };
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> map, String name, @Nullable AttributeValue value) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(map);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }

  private static List<AttributeValue> with(
      List<AttributeValue> list, int index, @Nullable AttributeValue value) {
    if (index >= list.size()) {
      return list;
    }
    List<AttributeValue> changed = new ArrayList<>(list);
    if (value == null) {
      changed.remove(index);
    } else {
      changed.set(index, value);
    }
    return changed;
  }

  private static RuntimeException invalidPath() {
    return DynamoDbFaults.validation(
        "The document path provided in the update expression is invalid for update");
  }
}
