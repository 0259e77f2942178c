package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which libraries a room may know. */
class LibrariesTest {
  /** What a room without input and output needs: the language and a parser of JSON. */
  private static final List<String> PURE =
      List.of(
          "java.lang",
          "java.util",
          "java.math",
          "java.nio.charset",
          "java.text",
          "java.time",
          "org.jspecify.annotations",
          "com.fasterxml.jackson.annotation",
          "tools.jackson");

  @Test
  void aWalledLibraryStaysInTheRoomsWhoseRowNamesIt() {
    assertThat(forbidden(RoomClasses.built())).isEmpty();
  }

  @Test
  void aCloudsLibraryInARoomThatMayNotIsTold() {
    assertThat(forbidden(Fixture.classes()))
        .containsExactly(Fixture.UPPER.folder() + " imports AWS_SDK");
  }

  @ParameterizedTest
  @CsvSource({
    "SPRING, org.springframework.context.ApplicationContext",
    "CDK, software.amazon.awscdk.Stack",
    "CDK, software.constructs.Construct",
    "AWS_SDK, software.amazon.awssdk.services.sqs.SqsClient",
    "LAMBDA, com.amazonaws.services.lambda.runtime.Context",
    "MODEL_SDK, com.openai.client.OpenAIClient",
  })
  void aLibraryIsKnownByItsPackages(Library library, String className) {
    assertThat(library.has(className)).isTrue();
    assertThat(library.has("dev.heddle." + className)).isFalse();
  }

  @Test
  void theCompilerAndItsLanguageAreNothingButFunctions() {
    RoomClasses classes = RoomClasses.built();
    assertThat(impure(classes, room -> room.isIn("statemachines"))).isEmpty();
  }

  @Test
  void whatIsNoFunctionIsTold() {
    assertThat(impure(Fixture.classes(), Fixture.UPPER::equals))
        .containsExactly("java.io", "software.amazon.awssdk.regions");
  }

  private static Set<String> forbidden(RoomClasses classes) {
    Set<String> forbidden = new TreeSet<>();
    for (Room room : classes.rooms()) {
      Set<String> imported =
          imported(classes, room).map(JavaClass::getFullName).collect(Collectors.toSet());
      Stream.of(Library.values())
          .filter(library -> !room.libraries().contains(library))
          .filter(library -> imported.stream().anyMatch(library::has))
          .forEach(library -> forbidden.add(room.folder() + " imports " + library));
    }
    return forbidden;
  }

  private static Set<String> impure(RoomClasses classes, Predicate<Room> rooms) {
    return classes.rooms().stream()
        .filter(rooms)
        .flatMap(room -> imported(classes, room))
        .filter(type -> classes.roomOf(type).isEmpty())
        .map(JavaClass::getPackageName)
        .filter(LibrariesTest::isImpure)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isImpure(String packageName) {
    return PURE.stream().noneMatch(pure -> (packageName + ".").startsWith(pure + "."));
  }

  private static Stream<JavaClass> imported(RoomClasses classes, Room room) {
    return classes.of(room).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(type -> !type.isPrimitive());
  }
}
