package dev.heddle.localstack.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. */
class WallsTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.heddle", "Heddle");
  }

  @Test
  void eventsKnowNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage("dev.heddle.events..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.heddle.functions..", "dev.heddle.statemachines..", "Heddle")
        .check(classes);
  }

  /** Its benchmark is a program, and may read and print. */
  @Test
  void theCompilerIsPure() {
    classes()
        .that()
        .resideInAPackage("dev.heddle.statemachines..")
        .and()
        .resideOutsideOfPackage("dev.heddle.statemachines.bench..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "java.math..",
            "java.nio.charset..",
            "java.time..",
            "java.text..",
            "org.jspecify..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "dev.heddle.events..",
            "dev.heddle.statemachines..")
        .check(classes);
  }

  @Test
  void siblingsDoNotKnowEachOther() {
    slices()
        .matching("dev.heddle.functions.(api|nodes|ai|channels)..")
        .should()
        .notDependOnEachOther()
        .check(classes);
  }

  @Test
  void coreKnowsNoUnit() {
    noClasses()
        .that()
        .resideInAPackage("dev.heddle.functions.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.heddle.functions.api..",
            "dev.heddle.functions.nodes..",
            "dev.heddle.functions.ai..",
            "dev.heddle.functions.channels..",
            "dev.heddle.functions.catalog..")
        .check(classes);
  }

  @Test
  void awsIsReachedThroughCoreAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.heddle.functions.core.store..", "dev.heddle.functions.core.cloud..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..")
        .check(classes);
  }

  @Test
  void springAndTheStackAndTheLaptopStayInTheirRooms() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "software.amazon.awscdk..", "dev.heddle.localstack..")
        .check(classes);
  }

  @Test
  void modelLibrariesStayInTheirModules() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.heddle.functions.ai..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.openai..")
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    for (String room :
        Set.of(
            "events", "statemachines", "functions.api", "functions.nodes", "functions.channels")) {
      slices()
          .matching("dev.heddle." + room + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @Test
  void timeIsPassedIn() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.heddle.functions.api..",
            "dev.heddle.functions.nodes..",
            "dev.heddle.functions.channels..",
            "dev.heddle.statemachines..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(classes);
  }

  @Test
  void nothingIsNamedAfterItsRoleInAPattern() {
    noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)").check(classes);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .map(found -> found.getName())
            .filter(
                name ->
                    !name.equals("dev.heddle")
                        && !name.equals("dev.heddle.functions")
                        && !name.equals("dev.heddle.functions.ai"))
            .collect(Collectors.toSet());
    assertThat(unmarked).isEmpty();
  }

  @Test
  void everyUnitIsInItsListAndTheListsHoldNothingElse() {
    Set<String> declared =
        classes.stream()
            .filter(type -> type.isAssignableTo(Unit.class))
            .filter(
                type ->
                    !type.isInterface()
                        && !type.getModifiers()
                            .contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    Set<String> listed =
        Catalog.HEDDLE.units().stream()
            .map(unit -> unit.getClass().getName())
            .collect(Collectors.toSet());
    assertThat(listed).isEqualTo(declared);
  }
}
