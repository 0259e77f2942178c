package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.RequestInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event as targets see it. */
record BusEvent(String id, String bus, ObjectNode json) {

  /** Reads an entry of PutEvents; what is wrong with it is a fault of this entry alone. */
  static BusEvent read(RequestInput entry, AwsAccount account, Instant now) {
    String id = UUID.randomUUID().toString();
    ObjectNode json = DeliveryTarget.node();
    json.put("version", "0");
    json.put("id", id);
    json.put("detail-type", needed(entry, "DetailType"));
    json.put("source", needed(entry, "Source"));
    json.put("account", account.id());
    json.put("time", time(entry, now).truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("region", account.region());
    ArrayNode resources = json.putArray("resources");
    entry.textList("Resources").forEach(resources::add);
    json.set("detail", detail(needed(entry, "Detail")));
    return new BusEvent(
        id, entry.text("EventBusName").map(EventRule::busName).orElse(EventRule.DEFAULT), json);
  }

  /** Bytes that count towards the limit of a request. */
  static int bytes(RequestInput entry) {
    return entry.json().toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String needed(RequestInput entry, String member) {
    return entry
        .text(member)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new AwsFault(
                    "InvalidArgument",
                    "Parameter "
                        + member
                        + " is not valid. Reason: "
                        + member
                        + " is a required argument."));
  }

  private static Instant time(RequestInput entry, Instant now) {
    JsonNode time = entry.json().path("Time");
    return time.isNumber() && time.asDouble() >= 0 && time.asDouble() < 1e11
        ? Instant.ofEpochMilli((long) (time.asDouble() * 1_000))
        : now;
  }

  private static ObjectNode detail(String text) {
    try {
      if (JsonProtocol.JSON.readTree(text) instanceof ObjectNode detail) {
        return detail;
      }
    } catch (JacksonException e) {
      throw new AwsFault("MalformedDetail", "Detail is malformed.");
    }
    throw new AwsFault("MalformedDetail", "Detail is malformed.");
  }
}
