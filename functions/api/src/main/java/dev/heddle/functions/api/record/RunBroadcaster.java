package dev.heddle.functions.api.record;

import dev.heddle.functions.api.runs.LiveNode;
import dev.heddle.functions.api.runs.RunSummary;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.LivePush;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.RunMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open connections what became of a run: statuses only, the page fetches the data. */
final class RunBroadcaster {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");

  /** A message holds 128 KB; a node's line at most some 400 bytes. */
  private static final int MOST_NODES = 250;

  private final Connections connections;
  private final LivePush push;

  /** What a connection is sent. */
  record Message(String topic, RunSummary run, List<LiveNode> nodes) {}

  RunBroadcaster(Connections connections, LivePush push) {
    this.connections = connections;
    this.push = push;
  }

  // A broad catch: seeing a run live is a comfort, and must not keep its record from being written.
  void tell(Tenant tenant, RunTrace changed, RunMap map) {
    try {
      RunSummary run = RunSummary.of(changed.run());
      // What is switched off hands its input on, and so leaves a trace, but does not run.
      List<LiveNode> nodes =
          changed.nodeRuns().stream()
              .filter(node -> map.skippedBy(node.node()) == null)
              .map(LiveNode::of)
              .toList();
      tell(tenant, "run:" + run.id(), run, nodes);
      tell(tenant, "workflow:" + run.workflow(), run, nodes);
      tell(tenant, "runs", run, List.of());
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("failure", e.getClass().getName()).log("not announced");
    }
  }

  private void tell(Tenant tenant, String topic, RunSummary run, List<LiveNode> nodes) {
    List<String> followers = connections.followers(tenant, topic);
    for (int from = 0; !followers.isEmpty() && (from == 0 || from < nodes.size()); ) {
      int to = Math.min(from + MOST_NODES, nodes.size());
      Message message = new Message(topic, run, nodes.subList(from, to));
      send(followers, WireJson.MAPPER.writeValueAsString(message));
      from += MOST_NODES;
    }
  }

  private void send(List<String> followers, String message) {
    for (String connection : followers) {
      if (!push.send(connection, message)) {
        connections.close(connection);
      }
    }
  }
}
