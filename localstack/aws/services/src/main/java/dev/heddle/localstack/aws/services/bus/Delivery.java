package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.DurableWork.Item;
import dev.heddle.localstack.aws.services.Input;
import dev.heddle.localstack.aws.services.Target;
import dev.heddle.localstack.aws.services.TargetCaller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An event on its way to a target of a rule. */
record Delivery(String ruleArn, Target target, String input) {

  static Delivery parse(byte[] stored) {
    Input input = Input.of(stored, "ValidationException");
    return new Delivery(
        input.required("rule"),
        Target.read(input.object("target").orElseThrow()),
        input.text("input").orElse(""));
  }

  byte[] stored() {
    ObjectNode json = Target.node();
    json.put("rule", ruleArn);
    json.put("input", input);
    json.set("target", target.json());
    return JsonProtocol.JSON.writeValueAsBytes(json);
  }

  Optional<Instant> attempt(Item item, TargetCaller caller) {
    return caller.attempt(item, target, input, Map.of("RULE_ARN", ruleArn));
  }
}
