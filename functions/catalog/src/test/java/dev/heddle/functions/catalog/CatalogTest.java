package dev.heddle.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void everyUnitIsSound() {
    assertThat(CatalogCheck.problems(Catalog.HEDDLE)).isEmpty();
  }

  @Test
  void generatedFilesAreUpToDate() {
    assertThat(new GeneratedFiles(Catalog.HEDDLE, ROOT).stale())
        .as("run localstack/heddle generate, and commit what it writes")
        .isEmpty();
  }

  @Test
  void nodeTypesAndRoutesKeepWhatTheyPromised() {
    assertThat(new GeneratedFiles(Catalog.HEDDLE, ROOT).broken()).isEmpty();
  }
}
