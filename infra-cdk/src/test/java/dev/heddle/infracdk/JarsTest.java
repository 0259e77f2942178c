package dev.heddle.infracdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens the shaded jars that the build left. */
class JarsTest {
  private static final BuiltJars BUILT =
      new BuiltJars(Path.of(System.getProperty("heddle.root", "..")));

  /** A little above what they are, in bytes: a library that comes in unseen is seen here. */
  private static final Map<String, Long> BOUNDS =
      Map.of(
          "api", 30_000_000L,
          "nodes", 28_000_000L,
          "ai", 31_000_000L,
          "ai-openai", 40_000_000L,
          "channels", 29_000_000L);

  /** The rooms of units; a jar holds one of them. */
  private static final List<String> ROOMS = List.of("api", "nodes", "ai", "channels");

  /** What no function needs: CDK, laptop, tests, and libraries that only came along. */
  private static final List<String> NOWHERE =
      List.of(
          "software/amazon/awscdk/",
          "software/amazon/awssdk/crt/",
          "software/amazon/awssdk/http/apache/",
          "software/amazon/awssdk/http/nio/",
          "dev/heddle/infracdk/",
          "dev/heddle/localstack/",
          "io/netty/",
          "org/apache/http/",
          "org/joda/",
          "org/junit/",
          "org/springframework/aop/",
          "org/springframework/boot/");

  private static final List<String> MODEL_SDK = List.of("com/openai/", "kotlin/");

  /** With the generated catalogue: a form that changes must not touch what never compiles. */
  private static final List<String> COMPILER =
      List.of(
          "dev/heddle/statemachines/compiler/",
          "dev/heddle/functions/publishing/",
          "dev/heddle/catalog/",
          "com/cronutils/");

  private static final List<String> IDENTITY = List.of("com/nimbusds/", "at/favre/");

  private static final Map<FunctionGroup, Set<String>> FILES = new HashMap<>();

  @BeforeAll
  static void list() throws IOException {
    for (FunctionGroup group : groups().toList()) {
      try (ZipFile jar = new ZipFile(BUILT.jar(group).toFile())) {
        FILES.put(group, jar.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
      }
    }
  }

  private static Stream<FunctionGroup> groups() {
    return Catalog.HEDDLE.functions().stream().map(FunctionGroup::of).distinct();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void isNoBiggerThanItWas(FunctionGroup group) throws IOException {
    long size = Files.size(BUILT.jar(group));
    System.out.printf("%s.jar: %.1f MB, %d files%n", group.word(), size / 1e6, files(group).size());

    assertThat(size).isLessThan(BOUNDS.get(group.word()));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void holdsNothingThatItsUnitsHaveNoUseFor(FunctionGroup group) {
    assertThat(unwanted(group).filter(folder -> holds(group, folder))).isEmpty();
  }

  private static Stream<String> unwanted(FunctionGroup group) {
    String room = group.word().split("-")[0];
    boolean compiles = room.equals("api") || room.equals("channels");
    return concat(
        NOWHERE,
        group.word().startsWith("ai-") ? List.of() : MODEL_SDK,
        room.equals("api") ? List.of() : IDENTITY,
        compiles ? List.of() : COMPILER,
        siblings(room))
        .stream();
  }

  private static List<String> siblings(String room) {
    return ROOMS.stream()
        .filter(other -> !other.equals(room))
        .map(other -> "dev/heddle/functions/" + other + "/")
        .toList();
  }

  @SafeVarargs
  private static List<String> concat(List<String>... lists) {
    return Stream.of(lists).flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void holdsTheClientsThatItsUnitsNeed(FunctionGroup group) {
    assertThat(clients(group)).isEqualTo(AwsClient.folders(units(group)));
    assertThat(holds(group, "org/apache/hc/client5/"))
        .as("the client for the internet")
        .isEqualTo(units(group).stream().anyMatch(JarsTest::goesOut));
  }

  private static boolean goesOut(Unit unit) {
    return unit.access().stream()
        .anyMatch(
            access -> access instanceof Access.CallsInternet || access instanceof Access.AsksModel);
  }

  private static Set<String> clients(FunctionGroup group) {
    String services = "software/amazon/awssdk/services/";
    return files(group).stream()
        .filter(file -> file.startsWith(services) && file.endsWith(".class"))
        .map(file -> file.substring(services.length(), file.indexOf('/', services.length())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void opensEachOfItsUnits(FunctionGroup group, @TempDir Path program) throws Exception {
    List<String> names = units(group).stream().map(Unit::name).toList();

    String said = LoneJar.run(BUILT.jar(group), program, group, names);

    assertThat(said.lines())
        .as(said)
        .containsAll(names.stream().map(name -> "Opened " + name).toList());
    assertThat(said.lines().filter("Made a client"::equals))
        .as(said)
        .hasSameSizeAs(AwsClient.folders(units(group)));
  }

  private static List<Unit> units(FunctionGroup group) {
    return Catalog.HEDDLE.functions().stream()
        .filter(unit -> FunctionGroup.of(unit).equals(group))
        .toList();
  }

  private static boolean holds(FunctionGroup group, String folder) {
    return files(group).stream().anyMatch(file -> file.startsWith(folder));
  }

  private static Set<String> files(FunctionGroup group) {
    return Objects.requireNonNull(FILES.get(group));
  }
}
