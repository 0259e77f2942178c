package dev.heddle.localstack.host.demo;

/** A text that a regular expression may look at only so often, so that none runs for ever. */
record BoundedCharSequence(CharSequence text, int[] looks) implements CharSequence {
  private static final int ENOUGH = 2_000_000;

  /** The expression looked too often. */
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("A pattern took too many steps", null, false, false);
    }
  }

  static BoundedCharSequence with(CharSequence text) {
    return new BoundedCharSequence(text, new int[1]);
  }

  @Override
  public char charAt(int index) {
    if (++looks[0] > ENOUGH) {
      throw new TooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
