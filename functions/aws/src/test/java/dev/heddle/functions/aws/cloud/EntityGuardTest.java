package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.entity.Entities;
import dev.heddle.functions.aws.entity.EntityStore;
import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.Open;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableQuery;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entity of the list, and a partition for each of its patterns. */
class EntityGuardTest {
  private static final String OTHERS = "ten_other";

  static Stream<Arguments> partitions() {
    return entities()
        .flatMap(
            entity ->
                entity.keys().stream().map(key -> arguments(entity, key.replace("*", OTHERS))));
  }

  static Stream<Entity<?>> entities() {
    return Entities.ALL.stream().map(EntityStore::entity);
  }

  private static DocumentTable table(Access... declared) {
    return new DocumentTable(
        LocalCloud.cloud().clients().dynamoDb,
        "heddle",
        new DeclaredAccess("TestUnit", Set.of(declared)),
        InstantSource.system());
  }

  private static void refused(ThrowingCallable call, String why) {
    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining(why);
  }

  @ParameterizedTest
  @MethodSource("entities")
  void nobodyOpensWhatWasNotDeclared(Entity<?> entity) {
    Ports none = LocalCloud.cloud().ports(TestUnit.with());

    refused(() -> open(none, entity), "TestUnit did not declare");
  }

  @ParameterizedTest
  @MethodSource("entities")
  void whoDeclaredItOpensItOnce(Entity<?> entity) {
    Ports ports = LocalCloud.cloud().ports(TestUnit.with(new Access.Writes(entity)));

    assertThat(open(ports, entity)).isSameAs(open(ports, entity));
  }

  @ParameterizedTest
  @MethodSource("entities")
  void readingOpensWhatIsNotAlwaysWritten(Entity<?> entity) {
    Ports reader = LocalCloud.cloud().ports(TestUnit.with(new Access.Reads(entity)));

    if (entity.storage().alwaysWritten()) {
      refused(() -> open(reader, entity), "Writes[entity=" + entity.name() + "]");
    } else {
      assertThat(open(reader, entity)).isNotNull();
    }
  }

  private static Object open(Ports ports, Entity<?> entity) {
    return switch (entity) {
      case TenantEntity<?> ofTenant -> ports.of(ofTenant);
      case PlatformEntity<?> ofPlatform -> ports.of(ofPlatform);
    };
  }

  @ParameterizedTest
  @MethodSource("partitions")
  void nobodyTouchesItemsOfWhatWasNotDeclared(Entity<?> entity, String partition) {
    TableKey key = new TableKey(partition, "x");

    refused(() -> table().get(key), "Reads[entity=" + entity.name() + "]");
    refused(() -> table().query(TableQuery.of(partition)), "Reads[entity=" + entity.name() + "]");
    refused(
        () -> table(new Access.Reads(entity)).put(TableItem.at(key)),
        "Writes[entity=" + entity.name() + "]");
  }

  @ParameterizedTest
  @MethodSource("partitions")
  void nobodyTouchesAnotherTenantsPartition(Entity<?> entity, String partition) {
    DocumentTable own = table(new Access.Writes(entity)).of(new Tenant("ten_own"));
    TableKey key = new TableKey(partition, "x");
    String why = partition + " does not belong to ten_own";

    refused(() -> own.get(key), why);
    refused(() -> own.query(TableQuery.of(partition)), why);
    refused(() -> own.put(TableItem.at(key)), why);
    refused(() -> own.clear(partition), why);
  }

  @Test
  void aTenantWhoseIdBeginsAlikeIsAnother() {
    DocumentTable own =
        new DocumentTable(
                LocalCloud.cloud().clients().dynamoDb,
                "heddle",
                Open.TO_ALL,
                InstantSource.system())
            .of(new Tenant("ten_1"));

    refused(
        () -> own.get(new TableKey("TENANT#ten_12#RUN#run_1", "RUN")), "does not belong to ten_1");
    assertThat(own.get(new TableKey("TENANT#ten_1#RUN#run_none", "RUN"))).isEmpty();
  }
}
