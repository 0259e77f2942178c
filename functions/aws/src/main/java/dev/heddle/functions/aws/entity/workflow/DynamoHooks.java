package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.entity.account.DynamoTenants;
import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.core.cache.ExpiringCache;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.spec.workflow.Hooks;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Where claims lead, in DynamoDB. Slugs hardly change and are remembered for a while. */
public final class DynamoHooks implements Hooks {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

  private final DocumentTable table;
  private final ExpiringCache<String, Tenant> tenants;

  /** The claims of this table. */
  public DynamoHooks(DocumentTable table) {
    this.table = table;
    tenants = new ExpiringCache<>(1_000, Duration.ofSeconds(30), table::now);
  }

  @Override
  public Optional<Live> live(String tenantSlug, String name) {
    return find(
        tenantSlug,
        name,
        WorkflowKeys::liveHook,
        (tenant, item) -> new Live(tenant, item.text("workflow"), item.text("build")));
  }

  @Override
  public Optional<Test> test(String tenantSlug, String name) {
    return find(
        tenantSlug,
        name,
        WorkflowKeys::testHook,
        (tenant, item) -> new Test(tenant, item.text("workflow")));
  }

  private <T> Optional<T> find(
      String slug,
      String name,
      BiFunction<WorkflowKeys, String, TableKey> key,
      BiFunction<Tenant, TableItem, T> found) {
    // Both come from whoever calls an address: what can't be one costs no read.
    if (!SLUG.matcher(slug).matches() || !AddressClaim.isName(name)) {
      return Optional.empty();
    }
    return tenants
        .get(slug, new DynamoTenants(table)::bySlug)
        .flatMap(
            tenant ->
                table
                    .get(key.apply(new WorkflowKeys(tenant), name))
                    .map(item -> found.apply(tenant, item)));
  }
}
