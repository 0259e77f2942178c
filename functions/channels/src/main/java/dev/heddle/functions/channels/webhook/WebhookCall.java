package dev.heddle.functions.channels.webhook;

import dev.heddle.events.RunInput;
import dev.heddle.functions.channels.dispatch.RunIds;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.port.IdGenerator;
import dev.heddle.statemachines.language.RunMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One call of a webhook, verified and read.
 *
 * @param key what the caller calls it by, if it may be repeated
 */
record WebhookCall(WebhookTarget hook, JsonNode payload, Optional<String> key) {

  /** The run it sets off: always the same for a key, else a new one. */
  String run(IdGenerator ids) {
    return key.map(
            text ->
                RunIds.from(
                    hook.tenant().id(), hook.build().workflow(), hook.trigger(), stage(), text))
        .orElseGet(() -> ids.next("run"));
  }

  /** What the run is started with; a fault too-large when the payload is. */
  RunInput input(String run) {
    return RunStarter.input(hook.tenant(), hook.build(), run, hook.trigger(), payload);
  }

  private String stage() {
    return hook.build().version() == 0 ? "draft" : "published";
  }

  /** The workflow's name as it was when it was built. */
  String workflowName() {
    return map().name();
  }

  /** What runs of the build can do. */
  RunMap map() {
    return BuildRunMaps.runMap(hook.build());
  }
}
