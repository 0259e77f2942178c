package dev.heddle.localstack.lab.compile;

/**
 * A drawing's machine beside one that was written by hand to do the same.
 *
 * @param bytes of the compiled one without spaces
 * @param byHand of the other
 */
public record HandWrittenComparison(String name, int bytes, int byHand) {

  /** How many times the bytes of the one written by hand. */
  public double ratio() {
    return (double) bytes / byHand;
  }
}
