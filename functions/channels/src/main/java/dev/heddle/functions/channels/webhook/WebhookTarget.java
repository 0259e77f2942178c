package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.unit.DrawnTrigger;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.triggers.webhook.WebhookConfig;
import dev.heddle.functions.triggers.webhook.WebhookTrigger;
import dev.heddle.statemachines.language.graph.GraphDocument;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a call of a workflow's address starts.
 *
 * @param trigger the id of the webhook node
 */
record WebhookTarget(Tenant tenant, WorkflowBuild build, String trigger, WebhookConfig config) {
  private static final WebhookTrigger TRIGGER = new WebhookTrigger();

  /** The webhooks of a drawing that are switched on. */
  static List<DrawnTrigger<WebhookConfig>> drawnIn(JsonNode graph) {
    return DrawnTrigger.all(TRIGGER, GraphDocument.of(graph));
  }

  /** Of those webhooks the one that claims a path: the first, if there are several. */
  static Optional<DrawnTrigger<WebhookConfig>> at(
      String path, List<DrawnTrigger<WebhookConfig>> drawnTriggers) {
    return drawnTriggers.stream()
        .filter(webhook -> webhook.claims().stream().anyMatch(claim -> claim.name().equals(path)))
        .findFirst();
  }
}
