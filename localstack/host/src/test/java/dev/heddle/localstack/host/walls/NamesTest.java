package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What classes and packages are called and marked with. */
class NamesTest {
  private static final Set<String> ENDINGS =
      Set.of("Impl", "Util", "Utils", "Helper", "Manager", "Base");

  @Test
  void noClassIsNamedAfterItsRoleInAPattern() {
    assertThat(vague(RoomClasses.built())).isEmpty();
  }

  @Test
  void aHelperIsTold() {
    assertThat(vague(Fixture.classes()))
        .containsExactly(Fixture.UPPER.rootPackage() + ".AmbientHelper");
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(unmarked(RoomClasses.built())).isEmpty();
  }

  @Test
  void anUnmarkedPackageIsTold() {
    assertThat(unmarked(Fixture.classes())).containsExactly(Fixture.UPPER.rootPackage() + ".inner");
  }

  private static Set<String> vague(RoomClasses classes) {
    return classes.all().stream()
        .filter(type -> ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith))
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> unmarked(RoomClasses classes) {
    return classes.all().stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
