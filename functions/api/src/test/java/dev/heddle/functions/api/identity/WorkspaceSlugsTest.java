package dev.heddle.functions.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceSlugsTest {

  @ParameterizedTest
  @CsvSource({
    "Acme Corp.,acme-corp",
    "  Müller & Söhne ,muller-sohne",
    "ÅNGSTRÖM,angstrom",
    "日本,workspace",
    "---,workspace",
    "api,api-1",
    "#$%,workspace"
  })
  void readsLikeTheName(String name, String slug) {
    assertThat(WorkspaceSlugs.of(name)).isEqualTo(slug);
  }

  @Test
  void isShort() {
    assertThat(WorkspaceSlugs.of("ab ".repeat(60)))
        .hasSizeLessThanOrEqualTo(40)
        .matches("[a-z0-9-]+[a-z]");
  }

  @Test
  void variesAtItsEnd() {
    assertThat(WorkspaceSlugs.another("Acme", prefix -> prefix + "_abcdefghijklmnopqrst"))
        .isEqualTo("acme-opqrst");
  }
}
