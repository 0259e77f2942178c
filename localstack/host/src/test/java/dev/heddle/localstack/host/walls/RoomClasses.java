package dev.heddle.localstack.host.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The compiled classes of rooms, tests left out. */
final class RoomClasses {
  private final List<Room> rooms;
  private final JavaClasses all;
  private final Map<String, Room> roomOf = new HashMap<>();

  private RoomClasses(List<Room> rooms, JavaClasses all, BiPredicate<JavaClass, Room> isIn) {
    this.rooms = rooms;
    this.all = all;
    for (JavaClass type : all) {
      rooms.stream()
          .filter(room -> isIn.test(type, room))
          .forEach(room -> roomOf.put(type.getName(), room));
    }
  }

  /** Those of the whole house, as the build left them; read once for all tests. */
  static RoomClasses built() {
    return Built.CLASSES;
  }

  /** Those in {@code target/classes} of each room, or an error that says how to get them. */
  static RoomClasses read(Path root, List<Room> rooms) {
    for (Room room : rooms) {
      if (!Files.isDirectory(folder(root, room))) {
        throw new AssertionError(
            "The classes of %s are missing; run: mvn -Dfast -DskipTests package"
                .formatted(room.folder()));
      }
    }
    List<Path> folders = rooms.stream().map(room -> folder(root, room)).toList();
    return new RoomClasses(
        rooms, importer().importPaths(folders), (type, room) -> isBelow(type, folder(root, room)));
  }

  /** Those of the class path, in the packages that the rooms' folders ask for. */
  static RoomClasses ofPackages(List<Room> rooms) {
    return new RoomClasses(
        rooms,
        importer().importPackages(rooms.stream().map(Room::rootPackage).toList()),
        (type, room) -> room.hasPackage(type.getPackageName()));
  }

  // A library's classes are known by name only: reading the SDKs' would take a minute.
  private static ClassFileImporter importer() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter();
  }

  private static Path folder(Path root, Room room) {
    return root.resolve(room.folder()).resolve("target/classes");
  }

  private static boolean isBelow(JavaClass type, Path folder) {
    return type.getSource()
        .filter(source -> Path.of(source.getUri()).startsWith(folder))
        .isPresent();
  }

  List<Room> rooms() {
    return rooms;
  }

  JavaClasses all() {
    return all;
  }

  JavaClasses of(Room room) {
    return all.that(describe(room.folder(), type -> roomOf(type).filter(room::equals).isPresent()));
  }

  /** The room of a class or of an array's elements; a library's class has none. */
  Optional<Room> roomOf(JavaClass type) {
    return Optional.ofNullable(roomOf.get(type.getBaseComponentType().getName()));
  }

  private static final class Built {
    private static final RoomClasses CLASSES = read(Repository.ROOT, Rooms.ALL);
  }
}
