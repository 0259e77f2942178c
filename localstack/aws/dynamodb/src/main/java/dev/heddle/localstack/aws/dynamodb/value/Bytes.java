package dev.heddle.localstack.aws.dynamodb.value;

import java.util.Arrays;

/** Bytes compared by content, unsigned; the array must not be changed. */
public record Bytes(byte[] array) implements Comparable<Bytes> {

  /** How many there are. */
  public int length() {
    return array.length;
  }

  /** Whether these bytes begin with the others. */
  public boolean startsWith(Bytes prefix) {
    int length = prefix.length();
    return length <= length() && Arrays.equals(array, 0, length, prefix.array, 0, length);
  }

  /** Whether the others occur in these bytes. */
  public boolean contains(Bytes part) {
    int length = part.length();
    for (int at = 0; at + length <= length(); at++) {
      if (Arrays.equals(array, at, at + length, part.array, 0, length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(array, other.array);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
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
