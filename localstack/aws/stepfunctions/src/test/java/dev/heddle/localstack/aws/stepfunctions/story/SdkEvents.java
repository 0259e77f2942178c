package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The SDK's events as the stories name their parts. */
final class SdkEvents {
  private SdkEvents() {}

  static StoryEnd.Happened happened(HistoryEvent event) {
    JsonNode details = Json.object();
    for (SdkField<?> field : event.sdkFields()) {
      if (field.getValueOrDefault(event) instanceof SdkPojo inner) {
        details = json(inner);
      }
    }
    return new StoryEnd.Happened(
        event.id(), event.previousEventId(), event.typeAsString(), details);
  }

  private static ObjectNode json(SdkPojo pojo) {
    ObjectNode object = Json.object();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value instanceof SdkPojo inner) {
        object.set(field.locationName(), json(inner));
      } else if (value != null
          && !(value instanceof software.amazon.awssdk.core.util.SdkAutoConstructMap)) {
        object.set(field.locationName(), Json.mapper().valueToTree(value));
      }
    }
    return object;
  }
}
