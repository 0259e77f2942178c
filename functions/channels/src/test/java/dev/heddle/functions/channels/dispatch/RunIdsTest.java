package dev.heddle.functions.channels.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunIdsTest {

  @Test
  void followFromTheirPartsAlone() {
    assertThat(RunIds.from("a", "b")).isEqualTo(RunIds.from("a", "b"));
    assertThat(RunIds.isOne(RunIds.from("a", "b"))).isTrue();
  }

  @Test
  void tellPartsApart() {
    assertThat(RunIds.from("ab", "c")).isNotEqualTo(RunIds.from("a", "bc"));
    assertThat(RunIds.from("ab")).isNotEqualTo(RunIds.from("a", "b"));
    assertThat(RunIds.from("a", "")).isNotEqualTo(RunIds.from("a"));
  }

  @Test
  void areToldFromOtherKeys() {
    assertThat(RunIds.isOne("run_abcdefghij2345672345")).isTrue();
    assertThat(RunIds.isOne("run_abcdefghij234567234")).isFalse();
    assertThat(RunIds.isOne("run_ABCDEFGHIJ2345672345")).isFalse();
    assertThat(RunIds.isOne("a3c3b6bf-8f0e-4d56-9c7b-1f6b7bb4b0b1")).isFalse();
  }
}
