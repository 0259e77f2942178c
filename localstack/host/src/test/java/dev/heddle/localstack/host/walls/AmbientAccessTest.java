package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Time, ids, environment, threads and console come in by the doors, or a test can't choose them.
 */
class AmbientAccessTest {
  private static final Set<String> AMBIENT =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.InstantSource.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv",
          "java.lang.System.in",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.lang.Math.random",
          "java.lang.Thread.<init>",
          "java.lang.Thread.ofPlatform",
          "java.lang.Thread.ofVirtual",
          "java.lang.Thread.startVirtualThread",
          "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor",
          "java.util.concurrent.Executors.newFixedThreadPool",
          "java.util.concurrent.Executors.newCachedThreadPool");

  @Test
  void onlyDoorsTakeWhatOthersAreHanded() {
    Set<String> taking =
        RoomClasses.built().all().stream()
            .filter(type -> !isDoor(type.getPackageName()))
            .filter(type -> !taken(type).isEmpty())
            .map(type -> outermost(type))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(taking).isEqualTo(Exemptions.AMBIENT.keySet());
  }

  @Test
  void whoTakesIsTold() {
    Set<String> taken =
        Fixture.classes().all().stream()
            .flatMap(type -> taken(type).stream())
            .collect(Collectors.toSet());
    assertThat(taken)
        .containsExactlyInAnyOrder(
            "java.time.Instant.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getenv",
            "java.util.UUID.randomUUID",
            "java.lang.Thread.ofVirtual",
            "java.lang.System.out");
  }

  private static Set<String> taken(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(AmbientAccessTest::name)
        .filter(AMBIENT::contains)
        .collect(Collectors.toSet());
  }

  private static String name(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
  }

  private static boolean isDoor(String packageName) {
    return Exemptions.DOORS.stream().anyMatch(door -> (packageName + ".").startsWith(door + "."));
  }
}
