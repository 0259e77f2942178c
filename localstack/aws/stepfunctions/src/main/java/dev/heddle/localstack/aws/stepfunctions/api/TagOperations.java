package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Activity;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Tags of state machines and activities. */
final class TagOperations {
  private static final int MOST = 50;

  private final MachineCatalog catalog;

  TagOperations(MachineCatalog catalog) {
    this.catalog = catalog;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("TagResource", this::tag);
    operations.put("UntagResource", this::untag);
    operations.put("ListTagsForResource", this::list);
  }

  static Map<String, String> read(OperationRequest request) {
    Map<String, String> tags = new TreeMap<>();
    JsonNode list = request.get("tags");
    if (list != null) {
      for (JsonNode tag : list) {
        tags.put(tag.path("key").asString(""), tag.path("value").asString(""));
      }
    }
    return bounded(tags);
  }

  private static Map<String, String> bounded(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw new AwsFault("TooManyTags", "A resource may have at most " + MOST + " tags");
    }
    return tags;
  }

  private Map<String, String> tags(String arn) {
    return catalog
        .machine(arn)
        .map(StateMachine::tags)
        .or(() -> catalog.activity(arn).map(Activity::tags))
        .orElseThrow(() -> new AwsFault("ResourceNotFound", "Resource not found: '" + arn + "'"));
  }

  private JsonNode tag(OperationRequest request) {
    String arn = request.required("resourceArn");
    Map<String, String> tags = new TreeMap<>(tags(arn));
    tags.putAll(read(request));
    write(arn, bounded(tags));
    return Json.object();
  }

  private JsonNode untag(OperationRequest request) {
    String arn = request.required("resourceArn");
    Map<String, String> tags = new TreeMap<>(tags(arn));
    JsonNode keys = request.get("tagKeys");
    if (keys != null) {
      keys.forEach(key -> tags.remove(key.asString("")));
    }
    write(arn, tags);
    return Json.object();
  }

  private void write(String arn, Map<String, String> tags) {
    catalog
        .machine(arn)
        .ifPresent(m -> catalog.put(m.withTags(tags), catalog.definition(m.definition()), null));
    catalog.activity(arn).ifPresent(activity -> catalog.put(activity.withTags(tags)));
  }

  private JsonNode list(OperationRequest request) {
    return Json.object().set("tags", ResponseFields.tags(tags(request.required("resourceArn"))));
  }
}
