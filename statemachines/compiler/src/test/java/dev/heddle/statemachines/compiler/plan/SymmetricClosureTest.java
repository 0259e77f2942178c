package dev.heddle.statemachines.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half of a relation becomes the whole one, pair by pair. */
class SymmetricClosureTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 127, 130, 300})
  void everyPairIsThereBothWays(int size) {
    Random random = new Random(size);
    List<BitSet> half = new ArrayList<>();
    List<BitSet> whole = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      half.add(new BitSet());
      whole.add(new BitSet());
    }
    for (int pair = 0; pair < size * 5; pair++) {
      int one = random.nextInt(size);
      int other = one + random.nextInt(size - one);
      half.get(one).set(other);
      whole.get(one).set(other);
      whole.get(other).set(one);
    }

    assertThat(SymmetricClosure.of(half)).isEqualTo(whole);
  }
}
