package dev.heddle.functions.aws.entity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Users.RegistrationResult;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoUsersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final Ports ports =
      LocalCloud.cloud()
          .ports(TestUnit.with(new Access.Writes(Users.ENTITY), new Access.Writes(Tenants.ENTITY)));
  private final String id = ports.ids().next("usr");
  private final String word = id.substring(4);
  private final User ada = new User(id, "Ada." + word + "@Example.com", "Ada", "hash", NOW);
  private final Workspace acme = workspace("acme-" + word);

  private Workspace workspace(String slug) {
    return new Workspace(new Tenant(ports.ids().next("ten")), slug, "Acme", NOW);
  }

  @Test
  void storesPersonWorkspaceAndOwner() {
    assertThat(ports.of(Users.ENTITY).register(ada, acme)).isEqualTo(RegistrationResult.DONE);

    assertThat(ports.of(Users.ENTITY).find(id)).contains(ada);
    assertThat(ports.of(Tenants.ENTITY).find(acme.tenant())).contains(acme);
    assertThat(ports.of(Tenants.ENTITY).bySlug(acme.slug())).contains(acme.tenant());
    Membership owner = new Membership(id, acme.tenant(), Role.OWNER, NOW);
    assertThat(ports.of(Tenants.ENTITY).memberships(id)).containsExactly(owner);
    assertThat(ports.of(Tenants.ENTITY).membership(acme.tenant(), id)).contains(owner);
  }

  @Test
  void findsAPersonByTheirAddressInAnyCase() {
    ports.of(Users.ENTITY).register(ada, acme);

    assertThat(ports.of(Users.ENTITY).byEmail("ADA." + word + "@example.COM ")).contains(ada);
    assertThat(ports.of(Users.ENTITY).byEmail("eve." + word + "@example.com")).isEmpty();
  }

  @Test
  void keepsAddressesAndSlugsUnique() {
    ports.of(Users.ENTITY).register(ada, acme);
    User other = new User(ports.ids().next("usr"), ada.email().toLowerCase(), "Eve", "hash", NOW);
    User third = new User(ports.ids().next("usr"), "t" + ada.email(), "Eve", "hash", NOW);

    assertThat(ports.of(Users.ENTITY).register(other, workspace("other-" + word)))
        .isEqualTo(RegistrationResult.EMAIL_TAKEN);
    assertThat(ports.of(Users.ENTITY).register(third, workspace(acme.slug())))
        .isEqualTo(RegistrationResult.SLUG_TAKEN);
    assertThat(ports.of(Users.ENTITY).find(other.id())).isEmpty();
    assertThat(ports.of(Tenants.ENTITY).memberships(other.id())).isEmpty();
    assertThat(ports.of(Tenants.ENTITY).bySlug("other-" + word)).isEmpty();
  }

  @Test
  void letsOneOfManyHaveAnAddress() throws Exception {
    List<RegistrationResult> outcomes =
        ConcurrentWrites.of(
            8,
            i ->
                ports
                    .of(Users.ENTITY)
                    .register(
                        new User(ports.ids().next("usr"), ada.email(), "Ada", "hash", NOW),
                        workspace(acme.slug() + i)));

    assertThat(Collections.frequency(outcomes, RegistrationResult.DONE)).isOne();
    assertThat(Collections.frequency(outcomes, RegistrationResult.EMAIL_TAKEN)).isEqualTo(7);
  }

  @Test
  void knowsNothingOfStrangers() {
    assertThat(ports.of(Users.ENTITY).find("usr_nobody")).isEmpty();
    assertThat(ports.of(Users.ENTITY).find("x".repeat(5_000))).isEmpty();
    assertThat(ports.of(Tenants.ENTITY).memberships("usr_nobody")).isEmpty();
    assertThat(ports.of(Tenants.ENTITY).membership(acme.tenant(), "usr_nobody")).isEmpty();
  }
}
