package dev.heddle.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadmeSectionsTest {
  private static final String BEFORE = "# Room\n\n<!-- generated: words -->\n";
  private static final String AFTER = "<!-- end: words -->\n\nBy hand\n";

  @Test
  void replacesWhatStandsInTheSection() {
    assertThat(new ReadmeSections(BEFORE + "| old |\n" + AFTER).with("words", "| new |\n").text())
        .isEqualTo(BEFORE + "| new |\n" + AFTER);
  }

  @Test
  void wantsBothMarks() {
    assertThatThrownBy(() -> new ReadmeSections(BEFORE).with("words", ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("words");
  }
}
