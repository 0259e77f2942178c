package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RawReply;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a caller is told when it is not the workflow that answers. */
final class ProblemReplies {
  private static final int ACCEPTED = 202;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private ProblemReplies() {}

  static RawReply accepted(String run) {
    return json(ACCEPTED, "application/json", WireJson.MAPPER.createObjectNode().put("run", run));
  }

  static RawReply running(String run, String publicUrl) {
    ObjectNode body =
        WireJson.MAPPER
            .createObjectNode()
            .put("run", run)
            .put("status", "running")
            .put("link", publicUrl + "/runs/" + run);
    return json(ACCEPTED, "application/json", body);
  }

  static RawReply failed(String run) {
    return problem(
        BAD_GATEWAY, "run-failed", "The workflow failed", "Run " + run + " failed.", run);
  }

  static RawReply tooSlow(String run) {
    return problem(
        GATEWAY_TIMEOUT,
        "run-timed-out",
        "The workflow took too long",
        "Run " + run + " didn't finish in time.",
        run);
  }

  private static RawReply problem(
      int status, String type, String title, String detail, String run) {
    ObjectNode body =
        WireJson.MAPPER
            .createObjectNode()
            .put("type", "urn:heddle:problem:" + type)
            .put("title", title)
            .put("status", status)
            .put("detail", detail + " The workflow's owner can see why in Heddle.")
            .put("run", run);
    return json(status, "application/problem+json", body);
  }

  private static RawReply json(int status, String type, ObjectNode body) {
    return new RawReply(
        status,
        Map.of("content-type", type, "cache-control", "no-store"),
        WireJson.MAPPER.writeValueAsBytes(body));
  }
}
