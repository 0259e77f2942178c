package dev.heddle.localstack.host.walls;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.catalog.Catalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rooms' sources may say, where classes can't tell. */
class SourceWordsTest {
  private static final Pattern NODE_ID = Pattern.compile("\"[a-z][a-z0-9-]*@\\d+\"");
  private static final Pattern READS_DRAWING =
      Pattern.compile("\\b(path|get|at|required|optional)\\(\"/?(nodes|edges)\\b");
  private static final Pattern BROAD_CATCH =
      Pattern.compile("catch \\([^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b");

  @Test
  void aNodeTypeIsNamedInItsOwnFolderOnly() {
    Predicate<Source> example = source -> Exemptions.EXAMPLES.contains(source.type());
    assertThat(paths(sources(room -> !isDrawer(room)), example.negate().and(namesOthers(homes()))))
        .isEmpty();
  }

  @Test
  void aNodeTypeNamedElsewhereIsTold() {
    Source source = planted("// \"in-a-comment@1\"\n\"http://x\" + \"digest@1\"");
    assertThat(namesOthers(homes()).test(source)).isTrue();
    assertThat(namesOthers(Map.of("digest@1", source.folder())).test(source)).isFalse();
  }

  @Test
  void onlyTheLanguageReadsDrawings() {
    Predicate<Room> others = room -> !room.isIn("statemachines") && !isDrawer(room);
    assertThat(paths(sources(others), source -> has(source, READS_DRAWING))).isEmpty();
  }

  @Test
  void aSecondReaderOfDrawingsIsTold() {
    assertThat(has(planted("graph.path(\"nodes\")"), READS_DRAWING)).isTrue();
    assertThat(has(planted("graph.get(\"edges\")"), READS_DRAWING)).isTrue();
    assertThat(has(planted("/** graph.path(\"nodes\") */"), READS_DRAWING)).isFalse();
  }

  @Test
  void onlyDoorsCatchWhateverIsThrown() {
    Set<String> catching =
        sources(room -> true)
            .filter(source -> !isDoor(source) && has(source, BROAD_CATCH))
            .map(Source::type)
            .collect(toSet());
    assertThat(catching).isEqualTo(Exemptions.BROAD_CATCHES.keySet());
  }

  @Test
  void aBroadCatchIsTold() {
    assertThat(has(planted("} catch (RuntimeException e) {"), BROAD_CATCH)).isTrue();
    assertThat(has(planted("} catch (IOException | Error e) {"), BROAD_CATCH)).isTrue();
    assertThat(has(planted("} catch (IOException e) {"), BROAD_CATCH)).isFalse();
  }

  private static Source planted(String text) {
    return new Source("functions/core/src/main/java/dev/heddle/functions/core/Planted.java", text);
  }

  private static Set<String> paths(Stream<Source> sources, Predicate<Source> rule) {
    return sources.filter(rule).map(Source::path).collect(toSet());
  }

  private static Stream<Source> sources(Predicate<Room> rooms) {
    return Rooms.ALL.stream().filter(rooms).flatMap(room -> Repository.sources(room).stream());
  }

  private static boolean has(Source source, Pattern pattern) {
    return !source.found(pattern).isEmpty();
  }

  private static boolean isDrawer(Room room) {
    return Exemptions.DRAWERS.contains(room.folder());
  }

  private static boolean isDoor(Source source) {
    String name = source.folder().replace('/', '.') + ".";
    return Exemptions.DOORS.stream().anyMatch(door -> name.startsWith(door + "."));
  }

  private static Predicate<Source> namesOthers(Map<String, String> homes) {
    return source ->
        source.found(NODE_ID).stream()
            .map(id -> homes.getOrDefault(id.replace("\"", ""), ""))
            .anyMatch(home -> !source.folder().equals(home));
  }

  /** The folder of each node type's package. */
  private static Map<String, String> homes() {
    Map<String, String> homes = new HashMap<>();
    Catalog.HEDDLE
        .nodes()
        .forEach(
            node ->
                homes.put(node.spec().id(), node.getClass().getPackageName().replace('.', '/')));
    return homes;
  }
}
