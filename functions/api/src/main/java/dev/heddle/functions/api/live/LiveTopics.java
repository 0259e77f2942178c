package dev.heddle.functions.api.live;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Workflows;

/** What can be followed: {@code runs}, {@code run:<id>}, {@code workflow:<id>}. */
final class LiveTopics {
  private static final String RUNS = "runs";
  private static final String RUN = "run:";
  private static final String WORKFLOW = "workflow:";

  private final Ports ports;

  LiveTopics(Ports ports) {
    this.ports = ports;
  }

  /** Whether a tenant has what the topic is about. */
  boolean isOf(Tenant tenant, String topic) {
    if (topic.startsWith(RUN)) {
      return ports.of(Runs.ENTITY).apply(tenant).find(topic.substring(RUN.length())).isPresent();
    }
    if (topic.startsWith(WORKFLOW)) {
      String id = topic.substring(WORKFLOW.length());
      return ports.of(Workflows.ENTITY).apply(tenant).find(id).isPresent();
    }
    return topic.equals(RUNS);
  }
}
