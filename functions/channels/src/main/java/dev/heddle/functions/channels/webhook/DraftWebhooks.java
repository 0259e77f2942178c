package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.publishing.DraftBuilder;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.Optional;
import java.util.function.Function;

/** Webhooks of saved drafts, which are built when they have changed. */
final class DraftWebhooks implements WebhookLookup {
  private final Hooks hooks;
  private final Function<Tenant, Workflows> workflows;
  private final DraftBuilder draftBuilder;

  DraftWebhooks(Ports ports) {
    hooks = ports.of(Hooks.ENTITY);
    workflows = ports.of(Workflows.ENTITY);
    draftBuilder = new DraftBuilder(ports.settings(), ports.machines());
  }

  @Override
  public Optional<WebhookTarget> find(String tenantSlug, String path) {
    return hooks.test(tenantSlug, path).flatMap(test -> find(test, path));
  }

  private Optional<WebhookTarget> find(Hooks.Test test, String path) {
    Workflows ofTenant = workflows.apply(test.tenant());
    return ofTenant
        .find(test.workflow())
        .flatMap(
            workflow ->
                WebhookTarget.at(path, WebhookTarget.drawnIn(workflow.graph()))
                    .map(
                        webhook ->
                            new WebhookTarget(
                                test.tenant(),
                                draftBuild(test.tenant(), ofTenant, workflow),
                                webhook.id(),
                                webhook.config())));
  }

  /** Who calls need not learn what is wrong with a draft; its builder sees it in the editor. */
  private WorkflowBuild draftBuild(Tenant tenant, Workflows ofTenant, Workflow workflow) {
    try {
      return draftBuilder.build(tenant, ofTenant, workflow);
    } catch (Fault fault) {
      if (fault.problem() instanceof Problem.Unpublishable) {
        throw new Fault(
            new Problem.Conflict("The draft has errors. Open it in the editor to see them."));
      }
      throw fault;
    }
  }
}
