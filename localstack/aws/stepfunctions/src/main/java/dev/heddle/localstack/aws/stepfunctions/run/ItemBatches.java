package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the inputs of a distributed Map's executions out of its items. */
final class ItemBatches {
  private final ArrayNode inputs = Json.array();
  private final long maxItems;
  private final long maxBytes;
  private final @Nullable JsonNode input;
  private ArrayNode batch = Json.array();
  private long bytes;

  private ItemBatches(DistributedMap.ItemBatcher batcher, EvaluationContext data) {
    maxItems = number(batcher.maxItems(), data);
    maxBytes = Math.min(number(batcher.maxBytes(), data), Payload.LIMIT);
    input = batcher.input() == null ? null : batcher.input().evaluate(data);
  }

  private static long number(@Nullable ValueTemplate template, EvaluationContext data) {
    return template == null ? Long.MAX_VALUE : Math.max(1, template.evaluate(data).asLong(1));
  }

  static ArrayNode inputs(
      StateVisit stateVisit,
      StateDefinition.MapState each,
      DistributedMap distribution,
      ArrayNode items) {
    if (distribution.batcher() == null) {
      ArrayNode inputs = Json.array();
      for (int i = 0; i < items.size(); i++) {
        inputs.add(MapWork.select(stateVisit, each, i, items.get(i)).json());
      }
      return inputs;
    }
    ItemBatches batches = new ItemBatches(distribution.batcher(), stateVisit.data());
    for (int i = 0; i < items.size(); i++) {
      batches.add(MapWork.select(stateVisit, each, i, items.get(i)));
    }
    batches.close();
    return batches.inputs;
  }

  private void add(Payload item) {
    if (batch.size() >= maxItems || !batch.isEmpty() && bytes + item.bytes() > maxBytes) {
      close();
    }
    batch.add(item.json());
    bytes += item.bytes() + 1;
  }

  private void close() {
    if (!batch.isEmpty()) {
      ObjectNode whole = Json.object();
      if (input != null) {
        whole.set("BatchInput", input);
      }
      inputs.add(whole.set("Items", batch));
      batch = Json.array();
      bytes = 0;
    }
  }
}
