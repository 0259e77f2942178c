package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a Map runs its iterations as executions of their own.
 *
 * @param label names the map run; null for the state's own name
 * @param toleratedCount how many iterations may fail, {@code toleratedPercentage} the same in
 *     percent; null for none
 */
public record Distribution(
    boolean express,
    @Nullable String label,
    @Nullable Reader reader,
    @Nullable Batcher batcher,
    @Nullable Writer writer,
    @Nullable Template toleratedCount,
    @Nullable Template toleratedPercentage) {

  /**
   * Where items come from.
   *
   * @param type JSON, JSONL, CSV, MANIFEST or, for a listing, empty
   * @param headers the names of a CSV's columns; empty when its first row holds them
   * @param delimiter what is between a CSV's columns
   * @param pointer where in a JSON object the items are; null for the object itself
   */
  public record Reader(
      Resource resource,
      Template arguments,
      String type,
      List<String> headers,
      char delimiter,
      @Nullable String pointer,
      @Nullable Template maxItems) {}

  /** How many items one iteration gets; limits are null where there is none. */
  public record Batcher(
      @Nullable Template input, @Nullable Template maxItems, @Nullable Template maxBytes) {}

  /** Where results go. */
  public record Writer(Resource resource, Template arguments) {}

  /** Whether it says how many iterations may fail. */
  public boolean bounded() {
    return toleratedCount != null || toleratedPercentage != null;
  }

  /** Its computed fields; null where one is absent. */
  Stream<@Nullable Template> templates() {
    return Stream.of(
        toleratedCount,
        toleratedPercentage,
        reader == null ? null : reader.arguments(),
        reader == null ? null : reader.maxItems(),
        batcher == null ? null : batcher.input(),
        batcher == null ? null : batcher.maxItems(),
        batcher == null ? null : batcher.maxBytes(),
        writer == null ? null : writer.arguments());
  }
}
