package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.PlatformSecrets;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Access.Secrets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretStoresTest {
  private static final Access READ = new Access.Uses(Secrets.TENANT_READ);
  private static final Access WRITE = new Access.Uses(Secrets.TENANT_WRITE);
  private static final Access PLATFORM = new Access.Uses(Secrets.PLATFORM);

  private final MovableClock clock = new MovableClock();
  private final AwsDeployment here = LocalCloud.cloud(clock);
  private final AwsDeployment elsewhere = LocalCloud.cloud(clock);
  private final Tenant tenant = new Tenant(new SecureIds().next("ten"));

  private TenantSecrets vault(AwsDeployment cloud, Access... access) {
    return cloud.ports(TestUnit.with(access)).tenantSecrets().apply(tenant);
  }

  private static PlatformSecrets platform(AwsDeployment cloud) {
    return cloud.ports(TestUnit.with(PLATFORM)).platformSecrets();
  }

  @Test
  void areReadAnewAfterHalfAMinute() {
    TenantSecrets reader = vault(here, READ);
    vault(elsewhere, WRITE).store("key", "old");
    assertThat(reader.reveal("key")).contains("old");

    vault(elsewhere, WRITE).store("key", "new");

    assertThat(reader.reveal("key")).contains("old");
    clock.pass(Duration.ofSeconds(30));
    assertThat(reader.reveal("key")).contains("new");
  }

  @Test
  void areNotRememberedAsMissing() {
    TenantSecrets reader = vault(here, READ);
    assertThat(reader.reveal("key")).isEmpty();

    vault(elsewhere, WRITE).store("key", "value");

    assertThat(reader.reveal("key")).contains("value");
    assertThat(reader.reveal("../../platform/signing-key")).isEmpty();
    assertThat(reader.reveal("")).isEmpty();
  }

  @Test
  void areOpenedAsDeclared() {
    assertThatThrownBy(() -> vault(here, READ).store("key", "value"))
        .hasMessageContaining("TENANT_WRITE");
    assertThatThrownBy(() -> vault(here, WRITE).reveal("key")).hasMessageContaining("TENANT_READ");
    assertThatThrownBy(() -> vault(here, PLATFORM)).hasMessageContaining("TENANT_READ");
    assertThatThrownBy(() -> here.ports(TestUnit.with(READ)).platformSecrets())
        .hasMessageContaining("PLATFORM");
  }

  @Test
  void takeOneOfManyFirstValues() throws Exception {
    List<String> names =
        ConcurrentWrites.of(
            6,
            i -> {
              vault(LocalCloud.cloud(), WRITE).store("key", "value " + i);
              return "key";
            });

    assertThat(names).hasSize(6);
    assertThat(vault(here, READ).reveal("key")).hasValueSatisfying(v -> v.startsWith("value"));
    assertThat(vault(here, WRITE).list()).hasSize(1);
  }

  @Test
  void ofThePlatformAreMadeOnce() throws Exception {
    String name = new SecureIds().next("key");

    List<String> obtained =
        ConcurrentWrites.of(
            8, i -> platform(LocalCloud.cloud()).obtain(name, () -> "made by " + i));

    assertThat(obtained).containsOnly(obtained.getFirst());
    assertThat(platform(here).reveal(name)).contains(obtained.getFirst());
    assertThat(platform(here).reveal("none")).isEmpty();
  }
}
