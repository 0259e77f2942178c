package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.unit.Access;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** A tenant's secrets in Secrets Manager under {@code /heddle/<tenant>/}. */
public final class AwsTenantSecrets implements TenantSecrets {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
  private static final int LONGEST_VALUE = 10 * 1024;
  private static final int MOST = 200;
  private static final int PAGE = 100;

  private final SecretValues values;
  private final DeclaredAccess declaredAccess;
  private final String prefix;

  AwsTenantSecrets(SecretValues values, DeclaredAccess declaredAccess, Tenant tenant) {
    this.values = values;
    this.declaredAccess = declaredAccess;
    prefix = "/heddle/" + tenant.id() + "/";
  }

  @Override
  public Optional<String> reveal(String name) {
    declaredAccess.demand(new Access.Uses(Access.Secrets.TENANT_READ));
    return NAME.matcher(name).matches() ? values.read(prefix + name) : Optional.empty();
  }

  @Override
  public void store(String name, String value) {
    declaredAccess.demand(new Access.Uses(Access.Secrets.TENANT_WRITE));
    if (!NAME.matcher(name).matches()) {
      throw Fault.invalid("name", "Use 1 to 64 letters, digits, dots, underscores and hyphens");
    }
    if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
      throw Fault.invalid("value", "Must be 1 to " + LONGEST_VALUE + " bytes");
    }
    if (!values.replace(prefix + name, value)) {
      create(name, value);
    }
  }

  /** Of two who create it at once one replaces the other's value. */
  private void create(String name, String value) {
    if (list().size() >= MOST) {
      throw new Fault(
          new Problem.Conflict(
              "This workspace has reached the limit of " + MOST + " secrets. Delete one first."));
    }
    if (!values.create(prefix + name, value) && !values.replace(prefix + name, value)) {
      throw new Fault(new Problem.Conflict("The secret is being deleted. Try again."));
    }
  }

  @Override
  public void delete(String name) {
    declaredAccess.demand(new Access.Uses(Access.Secrets.TENANT_WRITE));
    if (NAME.matcher(name).matches()) {
      values.remove(prefix + name);
    }
  }

  @Override
  public List<Entry> list() {
    declaredAccess.demand(new Access.Uses(Access.Secrets.TENANT_WRITE));
    return values.client().listSecretsPaginator(ofTenant()).stream()
        .flatMap(page -> page.secretList().stream())
        .filter(secret -> secret.name().startsWith(prefix) && secret.deletedDate() == null)
        .limit(2L * MOST)
        .map(this::entry)
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  private ListSecretsRequest ofTenant() {
    return ListSecretsRequest.builder()
        .maxResults(PAGE)
        .filters(f -> f.key(FilterNameStringType.NAME).values(prefix))
        .build();
  }

  private Entry entry(SecretListEntry secret) {
    return new Entry(secret.name().substring(prefix.length()), secret.lastChangedDate());
  }
}
