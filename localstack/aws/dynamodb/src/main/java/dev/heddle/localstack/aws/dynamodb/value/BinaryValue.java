package dev.heddle.localstack.aws.dynamodb.value;

import java.util.Arrays;

/** Bytes compared by content, unsigned; the array must not be changed. */
public record BinaryValue(byte[] array) implements Comparable<BinaryValue> {

  /** How many there are. */
  public int length() {
    return array.length;
  }

  /** Whether these bytes begin with the others. */
  public boolean startsWith(BinaryValue prefix) {
    int length = prefix.length();
    return length <= length() && Arrays.equals(array, 0, length, prefix.array, 0, length);
  }

  /**
   * Whether the others occur in these bytes, in time proportional to both (Knuth, Morris, Pratt):
   * both may be hundreds of kilobytes chosen to be slow to search.
   */
  public boolean contains(BinaryValue part) {
    int[] borders = part.borders();
    int matched = 0;
    for (int at = 0; at < length() && matched < part.length(); at++) {
      while (matched > 0 && part.array[matched] != array[at]) {
        matched = borders[matched - 1];
      }
      matched += part.array[matched] == array[at] ? 1 : 0;
    }
    return matched == part.length();
  }

  /** For each beginning, the length of the longest shorter one that it ends with. */
  private int[] borders() {
    int[] borders = new int[length()];
    int border = 0;
    for (int at = 1; at < length(); at++) {
      while (border > 0 && array[border] != array[at]) {
        border = borders[border - 1];
      }
      border += array[border] == array[at] ? 1 : 0;
      borders[at] = border;
    }
    return borders;
  }

  @Override
  public int compareTo(BinaryValue other) {
    return Arrays.compareUnsigned(array, other.array);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryValue bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return length() + " bytes";
  }
}
