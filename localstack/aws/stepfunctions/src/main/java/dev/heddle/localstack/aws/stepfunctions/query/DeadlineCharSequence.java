package dev.heddle.localstack.aws.stepfunctions.query;

/** A text that throws when it has been read for too long. */
final class DeadlineCharSequence implements CharSequence {
  // Java's regular expressions backtrack: a pattern such as (a+)+b takes longer than the universe,
  // and the only place where it can be stopped is the text it reads.
  private static final long NANOS = 500_000_000;

  private final CharSequence text;
  private final long deadline;
  private int reads;

  DeadlineCharSequence(CharSequence text) {
    this(text, System.nanoTime() + NANOS);
  }

  private DeadlineCharSequence(CharSequence text, long deadline) {
    this.text = text;
    this.deadline = deadline;
  }

  @Override
  public char charAt(int index) {
    // Now and then: asking the clock for each character would cost more than the match.
    if ((++reads & 1_023) == 0 && System.nanoTime() > deadline) {
      throw new EvaluationLimits.LimitExceeded(
          "A regular expression ran longer than " + NANOS / 1_000_000 + " ms");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new DeadlineCharSequence(text.subSequence(start, end), deadline);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
