package dev.heddle.statemachines.compiler.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random drawings mean the same compiled as they do by the rules. */
class MeaningTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final int DRAWINGS = Integer.getInteger("drawings", 4_000);

  @Test
  void compiledDrawingsMeanWhatTheyMean() {
    Proof proof = new Proof();
    Optional<String> difference =
        LongStream.range(SEED, SEED + DRAWINGS)
            .parallel()
            .mapToObj(proof::difference)
            .flatMap(Optional::stream)
            .findAny();
    assertThat(difference).as("seeds from %d", SEED).isEmpty();
    assertThat(proof.compared()).as("drawings compared").isGreaterThan(DRAWINGS / 2L);
  }
}
