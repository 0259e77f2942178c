package dev.heddle.localstack.host.walls;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packages of a room stand above one another; a root package and its children too. */
class PackageCyclesTest {

  @Test
  void noRoomHasACycleOfPackages() {
    assertThat(cycles(RoomClasses.built())).isEmpty();
  }

  @Test
  void aRootPackageAndItsChildThatImportEachOtherAreTold() {
    assertThat(cycles(Fixture.classes()))
        .singleElement()
        .asString()
        .contains(Fixture.UPPER.rootPackage(), Fixture.UPPER.rootPackage() + ".inner");
  }

  private static List<String> cycles(RoomClasses classes) {
    return classes.rooms().stream()
        .map(
            room ->
                slices()
                    .assignedFrom(new Packages())
                    .should()
                    .beFreeOfCycles()
                    .evaluate(classes.of(room)))
        .flatMap(result -> result.getFailureReport().getDetails().stream())
        .toList();
  }

  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
