package dev.heddle.functions.api.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.unit.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRoutesTest {
  private static final String SECRETS = "/api/v1/secrets";

  private final AwsDeployment cloud = LocalCloud.cloud();
  private final String tenant = new SecureIds().next("ten");
  private final RouteClient admin = RouteClient.member(cloud, tenant, "ADMIN");

  private Answer store(String name, String value) {
    return admin.put(SECRETS + "/" + name, Map.of(), "{\"value\": \"" + value + "\"}");
  }

  private String revealed(String name) {
    return LocalCloud.cloud()
        .ports(TestUnit.with(new Access.Uses(Access.Secrets.TENANT_READ)))
        .tenantSecrets()
        .apply(new Tenant(tenant))
        .reveal(name)
        .orElse("none");
  }

  @Test
  void areStoredForNodesToRead() {
    Answer stored = store("stripe.key", "sk_1");

    assertThat(stored.status()).isEqualTo(204);
    assertThat(stored.body().isMissingNode()).isTrue();
    assertThat(revealed("stripe.key")).isEqualTo("sk_1");
    store("stripe.key", "sk_2");
    assertThat(revealed("stripe.key")).isEqualTo("sk_2");
  }

  @Test
  void areListedWithoutTheirValues() {
    store("b", "hidden-1");
    store("a", "hidden-2");

    Answer list = RouteClient.member(cloud, tenant, "USER").get(SECRETS);

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body().path("items").findValuesAsString("name")).containsExactly("a", "b");
    assertThat(list.text("/items/0/updatedAt")).isNotEmpty();
    assertThat(list.body().toString()).doesNotContain("hidden");
  }

  @Test
  void areRemoved() {
    store("key", "value");

    assertThat(admin.delete(SECRETS + "/key").status()).isEqualTo(204);
    assertThat(admin.delete(SECRETS + "/key").status()).isEqualTo(204);
    assertThat(admin.get(SECRETS).body().path("items").size()).isZero();
    assertThat(revealed("key")).isEqualTo("none");
    store("key", "again");
    assertThat(revealed("key")).isEqualTo("again");
  }

  @Test
  void areOfOneTenant() {
    store("key", "value");
    RouteClient stranger = RouteClient.member(cloud, new SecureIds().next("ten"), "OWNER");

    assertThat(stranger.get(SECRETS).body().path("items").size()).isZero();
    assertThat(stranger.delete(SECRETS + "/key").status()).isEqualTo(204);
    assertThat(revealed("key")).isEqualTo("value");
  }

  @Test
  void areChangedByAdminsOnly() {
    RouteClient user = RouteClient.member(cloud, tenant, "USER");

    assertThat(user.put(SECRETS + "/key", Map.of(), "{\"value\": \"v\"}").status()).isEqualTo(403);
    assertThat(user.delete(SECRETS + "/key").status()).isEqualTo(403);
    assertThat(RouteClient.anyone(cloud).get(SECRETS).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a%2Fb", "ä", "key*"})
  void haveSimpleNames(String name) {
    assertThat(store(name, "value").status()).isEqualTo(422);
  }

  @Test
  void haveBoundedValues() {
    assertThat(store("key", "").status()).isEqualTo(422);
    assertThat(store("key", "v".repeat(10_241)).status()).isEqualTo(422);
    assertThat(store("key", "ä".repeat(10_000)).status()).isEqualTo(422);
    assertThat(store("key", "v".repeat(10_240)).status()).isEqualTo(204);
  }
}
