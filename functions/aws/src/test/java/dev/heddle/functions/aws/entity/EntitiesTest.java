package dev.heddle.functions.aws.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableSpec.Projection;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityStorage.ListingAttributes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntitiesTest {
  private static final String CONTRACTS = "dev/heddle/functions/spec";

  static Stream<Entity<?>> entities() {
    return Entities.ALL.stream().map(EntityStore::entity);
  }

  @Test
  void areExactlyTheConstantsOfTheContracts() throws Exception {
    assertThat(entities().toList()).containsExactlyInAnyOrderElementsOf(constants());
  }

  @ParameterizedTest
  @MethodSource("entities")
  void areProjectedWithWhatTheirListsShow(Entity<?> entity) {
    for (ListingAttributes listed : entity.storage().listed()) {
      Projection projection =
          TableSpecs.DOCUMENTS.indexes().stream()
              .filter(one -> one.index().equals(TableIndex.of(listed.by())))
              .findFirst()
              .orElseThrow();
      assertThat(projection.attributes()).containsAll(listed.attributes());
    }
  }

  /** The contracts' room is a folder while it is built, and a jar afterwards. */
  private static List<Entity<?>> constants() throws IOException, URISyntaxException {
    Path room = Path.of(Entity.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(room)) {
      return constants(room);
    }
    try (FileSystem jar = FileSystems.newFileSystem(room)) {
      return constants(jar.getPath("/"));
    }
  }

  private static List<Entity<?>> constants(Path room) throws IOException {
    try (Stream<Path> files = Files.walk(room.resolve(CONTRACTS))) {
      return files
          .map(file -> room.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .map(EntitiesTest::loaded)
          .filter(Class::isInterface)
          .flatMap(contract -> Arrays.stream(contract.getDeclaredFields()))
          .filter(field -> Entity.class.isAssignableFrom(field.getType()))
          .<Entity<?>>map(EntitiesTest::value)
          .toList();
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, Entity.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Entity<?> value(Field constant) {
    try {
      return (Entity<?>) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
