package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Tags of state machines. */
final class Tags {
  private static final int MOST = 50;

  private final Catalog catalog;

  Tags(Catalog catalog) {
    this.catalog = catalog;
  }

  void register(Map<String, Operation> operations) {
    operations.put("TagResource", this::tag);
    operations.put("UntagResource", this::untag);
    operations.put("ListTagsForResource", this::list);
  }

  static Map<String, String> read(Request request) {
    Map<String, String> tags = new TreeMap<>();
    JsonNode list = request.get("tags");
    if (list != null) {
      for (JsonNode tag : list) {
        tags.put(tag.path("key").asString(""), tag.path("value").asString(""));
      }
    }
    if (tags.size() > MOST) {
      throw new AwsFault("TooManyTags", "A resource may have at most " + MOST + " tags");
    }
    return tags;
  }

  private StateMachine machine(Request request) {
    String arn = request.required("resourceArn");
    return catalog
        .machine(arn)
        .orElseThrow(() -> new AwsFault("ResourceNotFound", "Resource not found: '" + arn + "'"));
  }

  private synchronized JsonNode tag(Request request) {
    StateMachine machine = machine(request);
    Map<String, String> tags = new TreeMap<>(machine.tags());
    tags.putAll(read(request));
    write(machine, tags);
    return Json.object();
  }

  private synchronized JsonNode untag(Request request) {
    StateMachine machine = machine(request);
    Map<String, String> tags = new TreeMap<>(machine.tags());
    JsonNode keys = request.get("tagKeys");
    if (keys != null) {
      keys.forEach(key -> tags.remove(key.asString("")));
    }
    write(machine, tags);
    return Json.object();
  }

  private void write(StateMachine machine, Map<String, String> tags) {
    catalog.put(machine.withTags(tags), catalog.definition(machine.definition()), null);
  }

  private JsonNode list(Request request) {
    return Json.object().set("tags", Shapes.tags(machine(request).tags()));
  }
}
