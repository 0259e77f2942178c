package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
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
public record DistributedMap(
    boolean express,
    @Nullable String label,
    @Nullable ItemReader reader,
    @Nullable ItemBatcher batcher,
    @Nullable ResultWriter writer,
    @Nullable ValueTemplate toleratedCount,
    @Nullable ValueTemplate toleratedPercentage) {

  /**
   * Where items come from.
   *
   * @param type JSON, JSONL, CSV, MANIFEST or, for a listing, empty
   * @param headers the names of a CSV's columns; empty when its first row holds them
   * @param delimiter what is between a CSV's columns
   * @param pointer where in a JSON object the items are; null for the object itself
   */
  public record ItemReader(
      TaskResource resource,
      ValueTemplate arguments,
      String type,
      List<String> headers,
      char delimiter,
      @Nullable String pointer,
      @Nullable ValueTemplate maxItems) {}

  /** How many items one iteration gets; limits are null where there is none. */
  public record ItemBatcher(
      @Nullable ValueTemplate input,
      @Nullable ValueTemplate maxItems,
      @Nullable ValueTemplate maxBytes) {}

  /** Where results go. */
  public record ResultWriter(TaskResource resource, ValueTemplate arguments) {}

  /** Whether it says how many iterations may fail. */
  public boolean bounded() {
    return toleratedCount != null || toleratedPercentage != null;
  }

  /** Its computed fields; null where one is absent. */
  Stream<@Nullable ValueTemplate> templates() {
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
