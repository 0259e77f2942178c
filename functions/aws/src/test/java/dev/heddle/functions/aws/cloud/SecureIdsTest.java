package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecureIdsTest {

  @Test
  void haveAPrefixAndTwentyLetters() {
    assertThat(new SecureIds().next("wf")).matches("wf_[a-z2-7]{20}");
  }

  @Test
  void areAllDifferent() {
    var ids = new SecureIds();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(ids.next("run"));
    }

    assertThat(seen).hasSize(10_000);
  }
}
