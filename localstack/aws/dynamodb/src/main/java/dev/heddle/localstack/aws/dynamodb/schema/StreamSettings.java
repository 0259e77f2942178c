package dev.heddle.localstack.aws.dynamodb.schema;

/**
 * A table's latest stream.
 *
 * @param label when it was enabled, unique within the table
 */
public record StreamSettings(String label, View view, boolean enabled) {

  /** What a record of the stream has. */
  public enum View {
    KEYS_ONLY(false, false),
    NEW_IMAGE(false, true),
    OLD_IMAGE(true, false),
    NEW_AND_OLD_IMAGES(true, true);

    private final boolean before;
    private final boolean after;

    View(boolean before, boolean after) {
      this.before = before;
      this.after = after;
    }

    /** Whether it has the item as it was before. */
    public boolean before() {
      return before;
    }

    /** Whether it has the item as it is after. */
    public boolean after() {
      return after;
    }
  }
}
