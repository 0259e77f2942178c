package dev.heddle.statemachines.compiler.plan;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Completes a symmetric relation of which each row holds at least the larger numbers. */
final class SymmetricClosure {
  private static final int WORD = Long.SIZE;
  private final long[][] rows;

  private SymmetricClosure(List<BitSet> half) {
    int words = (half.size() + WORD - 1) / WORD;
    rows = new long[words * WORD][words];
    for (int row = 0; row < half.size(); row++) {
      long[] given = half.get(row).toLongArray();
      System.arraycopy(given, 0, rows[row], 0, given.length);
    }
  }

  /** The relation with every pair both ways. */
  static List<BitSet> of(List<BitSet> half) {
    SymmetricClosure symmetricClosure = new SymmetricClosure(half);
    for (int down = 0; down * WORD < symmetricClosure.rows.length; down++) {
      for (int across = down; across * WORD < symmetricClosure.rows.length; across++) {
        symmetricClosure.addPair(down, across);
      }
    }
    return Stream.of(symmetricClosure.rows).limit(half.size()).map(BitSet::valueOf).toList();
  }

  /** Adds a square of 64 by 64 pairs to the square on the other side of the diagonal. */
  private void addPair(int down, int across) {
    long[] square = new long[WORD];
    long any = 0;
    for (int i = 0; i < WORD; i++) {
      square[i] = rows[down * WORD + i][across];
      any |= square[i];
    }
    if (any != 0) {
      transpose(square);
      for (int i = 0; i < WORD; i++) {
        rows[across * WORD + i][down] |= square[i];
      }
    }
  }

  /** Swaps the off-diagonal quarters, then those of each quarter, down to single pairs. */
  private static void transpose(long[] square) {
    long mask = 0xFFFFFFFFL;
    for (int size = WORD / 2; size > 0; size /= 2, mask ^= mask << size) {
      for (int i = 0; i < WORD; i = ((i | size) + 1) & ~size) {
        long swapped = ((square[i] >>> size) ^ square[i + size]) & mask;
        square[i] ^= swapped << size;
        square[i + size] ^= swapped;
      }
    }
  }
}
