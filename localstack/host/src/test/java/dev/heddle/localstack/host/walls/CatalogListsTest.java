package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every unit is in its group's list, and the lists hold nothing else. */
class CatalogListsTest {

  @Test
  void theListsHoldEveryUnitThatIsWritten() {
    Set<String> listed =
        Catalog.HEDDLE.units().stream()
            .map(unit -> unit.getClass().getName())
            .collect(Collectors.toSet());
    assertThat(written(Unit.class, RoomClasses.built().all())).isEqualTo(listed);
  }

  @Test
  void theListHoldsEveryModelProviderThatIsWritten() {
    Set<String> listed =
        Catalog.HEDDLE.providers().stream()
            .map(provider -> provider.getClass().getName())
            .collect(Collectors.toSet());
    assertThat(written(ModelProvider.class, RoomClasses.built().all())).isEqualTo(listed);
  }

  @Test
  void aUnitIsFoundThoughNoListHoldsIt() {
    JavaClasses classes =
        new ClassFileImporter().importClasses(TestUnit.class, Channel.class, Unit.class);
    assertThat(written(Unit.class, classes)).containsExactly(TestUnit.class.getName());
  }

  private static Set<String> written(Class<?> kind, JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.isAssignableTo(kind))
        .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }
}
