package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.DurableWork.WorkItem;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.RetryingInvoker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An event on its way to a target of a rule. */
record RuleDelivery(String ruleArn, DeliveryTarget target, String input) {

  static RuleDelivery parse(byte[] stored) {
    RequestInput input = RequestInput.of(stored, "ValidationException");
    return new RuleDelivery(
        input.required("rule"),
        DeliveryTarget.read(input.object("target").orElseThrow()),
        input.text("input").orElse(""));
  }

  byte[] stored() {
    ObjectNode json = DeliveryTarget.node();
    json.put("rule", ruleArn);
    json.put("input", input);
    json.set("target", target.json());
    return JsonProtocol.JSON.writeValueAsBytes(json);
  }

  Optional<Instant> attempt(WorkItem item, RetryingInvoker caller) {
    return caller.attempt(item, target, input, Map.of("RULE_ARN", ruleArn));
  }
}
