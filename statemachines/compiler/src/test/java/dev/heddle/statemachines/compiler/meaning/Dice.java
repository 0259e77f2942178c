package dev.heddle.statemachines.compiler.meaning;

import java.util.List;
import java.util.SplittableRandom;

/** Chance. */
record Dice(SplittableRandom random) {

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  long seed() {
    return random.nextLong();
  }
}
