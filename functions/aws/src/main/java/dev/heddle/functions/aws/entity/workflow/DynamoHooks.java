package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.entity.account.DynamoTenants;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.core.cache.Remembered;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Hook;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.functions.triggers.webhook.Webhook;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Webhook addresses in DynamoDB. What hardly changes is remembered: slugs briefly, builds long. */
public final class DynamoHooks implements Hooks {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/-]{1,200}");

  private final Table table;
  private final Drafts drafts;
  private final Remembered<String, Tenant> tenants;
  private final Remembered<String, Build> builds;

  /** Makes a saved draft runnable. */
  @FunctionalInterface
  public interface Drafts {
    /** The build of the workflow's draft. */
    Build build(Tenant tenant, Workflows workflows, Workflow workflow);
  }

  /** The addresses of this table. */
  public DynamoHooks(Table table, Drafts drafts) {
    this.table = table;
    this.drafts = drafts;
    tenants = new Remembered<>(1_000, Duration.ofSeconds(30), table::now);
    builds = new Remembered<>(200, Duration.ofHours(1), table::now);
  }

  @Override
  public Optional<Hook> find(String tenantSlug, String path, boolean test) {
    if (!SLUG.matcher(tenantSlug).matches() || !PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    Optional<Tenant> tenant =
        tenants.get(tenantSlug, slug -> new DynamoTenants(table).bySlug(slug));
    return tenant.flatMap(found -> test ? test(found, path) : live(found, path));
  }

  private Optional<Hook> live(Tenant tenant, String path) {
    return table
        .get(new WorkflowKeys(tenant).liveHook(path))
        .flatMap(item -> build(tenant, item.text("workflow"), item.text("build")))
        .flatMap(build -> hook(tenant, build, path));
  }

  /** A published version's build never changes. */
  private Optional<Build> build(Tenant tenant, String workflow, String id) {
    return builds.get(
        tenant.id() + "/" + workflow + "/" + id,
        _ -> new DynamoWorkflows(table, tenant).build(workflow, id));
  }

  private Optional<Hook> test(Tenant tenant, String path) {
    Workflows workflows = new DynamoWorkflows(table, tenant);
    return table
        .get(new WorkflowKeys(tenant).testHook(path))
        .flatMap(item -> workflows.find(item.text("workflow")))
        .filter(workflow -> Webhook.at(workflow.graph(), path).isPresent())
        .flatMap(workflow -> hook(tenant, drafts.build(tenant, workflows, workflow), path));
  }

  private static Optional<Hook> hook(Tenant tenant, Build build, String path) {
    return Webhook.at(build.graph(), path)
        .map(webhook -> new Hook(tenant, build, webhook.trigger(), webhook.config()));
  }
}
