package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.stream.Stream;

/** What an update expression does to an item. */
public record UpdateExpression(
    List<Assignment> sets, List<DocumentPath> removes, List<Change> adds, List<Change> deletes) {

  /** No action: the item's key alone. */
  public static final UpdateExpression NONE =
      new UpdateExpression(List.of(), List.of(), List.of(), List.of());

  /** {@code SET path = source}. */
  public record Assignment(DocumentPath path, Source source) {}

  /** {@code ADD path value} or {@code DELETE path value}. */
  public record Change(DocumentPath path, AttributeValue value) {}

  /** Where an assigned value comes from; paths are read from the item before the update. */
  public sealed interface Source {}

  /** The value at a path, which must exist. */
  public record At(DocumentPath path) implements Source {}

  /** The value of a placeholder. */
  public record Literal(AttributeValue value) implements Source {}

  /** A sum of numbers. */
  public record Plus(Source left, Source right) implements Source {}

  /** A difference of numbers. */
  public record Minus(Source left, Source right) implements Source {}

  /** The value at a path, or another if there is none. */
  public record IfNotExists(DocumentPath path, Source fallback) implements Source {}

  /** Two lists joined. */
  public record ListAppend(Source first, Source second) implements Source {}

  /** All paths it changes. */
  public List<DocumentPath> paths() {
    return Stream.of(
            sets.stream().map(Assignment::path),
            removes.stream(),
            adds.stream().map(Change::path),
            deletes.stream().map(Change::path))
        .flatMap(paths -> paths)
        .toList();
  }
}
