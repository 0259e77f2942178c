package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may import whom. */
class RoomArrowsTest {

  @Test
  void everyRoomImportsOnlyWhatItsRowAllows() {
    Map<String, String> forbidden = forbidden(RoomClasses.built());
    assertThat(forbidden.keySet()).as(() -> String.join("\n", forbidden.values())).isEmpty();
  }

  @Test
  void anArrowThatNoRowAllowsIsTold() {
    assertThat(forbidden(Fixture.classes()))
        .containsOnlyKeys(Fixture.LOWER.folder() + " → " + Fixture.UPPER.folder());
  }

  @Test
  void everyModuleWithClassesHasARow() {
    Set<String> withoutJava = Set.of("web");
    List<String> modules =
        Repository.modules().stream().filter(module -> !withoutJava.contains(module)).toList();
    assertThat(Rooms.ALL).extracting(Room::folder).containsExactlyInAnyOrderElementsOf(modules);
  }

  @Test
  void noRowLetsASiblingImportAnother() {
    for (Room room : Rooms.ALL) {
      siblingOf(room)
          .ifPresent(own -> assertThat(room.uses()).as(room.folder()).noneMatch(isOther(own)));
    }
  }

  @Test
  void aRoomWithoutClassesFailsWithTheCommandThatMakesThem(@TempDir Path empty) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> RoomClasses.read(empty, List.of(Fixture.LOWER)))
        .withMessageContaining(Fixture.LOWER.folder())
        .withMessageContaining("mvn ");
  }

  @Test
  void packagesFollowFolders() {
    RoomClasses classes = RoomClasses.built();
    // The errors of nodes stand in a package that reads as builders read them: Heddle.HttpStatus.
    Set<String> strays =
        classes.all().stream()
            .filter(type -> !type.getPackageName().equals("Heddle"))
            .filter(type -> !classes.roomOf(type).orElseThrow().hasPackage(type.getPackageName()))
            .map(type -> type.getName())
            .collect(Collectors.toSet());
    assertThat(strays).isEmpty();
  }

  private static Optional<String> siblingOf(Room room) {
    return Rooms.SIBLINGS.stream().filter(room::isIn).findFirst();
  }

  private static Predicate<String> isOther(String own) {
    return used ->
        Rooms.SIBLINGS.stream()
            .filter(sibling -> !sibling.equals(own))
            .anyMatch(sibling -> used.equals(sibling) || used.startsWith(sibling + "/"));
  }

  /** The arrows that no row allows, each with one import that draws it. */
  private static Map<String, String> forbidden(RoomClasses classes) {
    Map<String, String> forbidden = new TreeMap<>();
    for (Room room : classes.rooms()) {
      classes.of(room).stream()
          .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
          .forEach(
              dependency ->
                  classes
                      .roomOf(dependency.getTargetClass())
                      .filter(used -> !room.mayUse(used))
                      .ifPresent(
                          used -> forbidden.put(arrow(room, used), dependency.getDescription())));
    }
    return forbidden;
  }

  private static String arrow(Room room, Room used) {
    return room.folder() + " → " + used.folder();
  }
}
