package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever searches for a name finds one type, and its name says which. */
class TypeNamesTest {
  /** A word alone is found everywhere; published code of this field has 5 to 13 of a hundred. */
  private static final int MOST_BARE_PERCENT = 8;

  @Test
  void noTwoRoomsShareAName() {
    assertThat(shared(RoomClasses.built())).isEmpty();
  }

  @Test
  void aSharedNameIsTold() {
    assertThat(shared(Fixture.classes()))
        .containsExactly(
            Fixture.LOWER.rootPackage()
                + ".Inner and "
                + Fixture.UPPER.rootPackage()
                + ".inner.Inner");
  }

  @Test
  void everyBareWordHasItsReason() {
    assertThat(bare(RoomClasses.built())).isEqualTo(new TreeSet<>(BareNames.REASONS.keySet()));
  }

  @Test
  void aBareWordIsTold() {
    assertThat(bare(Fixture.classes())).containsExactly("Inner", "Lower", "Upper");
  }

  @Test
  void bareWordsAreFew() {
    long all = topLevel(RoomClasses.built()).count();

    assertThat(bare(RoomClasses.built()).size() * 100L)
        .as("bare words among %d types", all)
        .isLessThanOrEqualTo(all * MOST_BARE_PERCENT);
  }

  private static Stream<JavaClass> topLevel(RoomClasses classes) {
    return classes.all().stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  private static List<String> shared(RoomClasses classes) {
    return topLevel(classes)
        .collect(
            Collectors.groupingBy(
                JavaClass::getSimpleName,
                TreeMap::new,
                Collectors.mapping(
                    JavaClass::getName, Collectors.toCollection(TreeSet<String>::new))))
        .values()
        .stream()
        .filter(types -> types.size() > 1)
        .map(types -> String.join(" and ", types))
        .toList();
  }

  private static Set<String> bare(RoomClasses classes) {
    return topLevel(classes)
        .map(JavaClass::getSimpleName)
        .filter(name -> name.chars().filter(Character::isUpperCase).count() == 1)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
