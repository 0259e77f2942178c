package dev.heddle.localstack.aws.stepfunctions.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a case: something is called, time passes, or the engine is opened again. What is
 * awaited with {@code passing} seconds lets them pass again and again.
 */
record Step(JsonNode step, Stage stage) {
  private static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";
  private static final Set<String> TEXTS =
      Set.of("definition", "input", "output", "variables", "context", "result");
  private static final int PATIENCE = 24_000;
  private static final int GLANCES = 20;

  void play() throws InterruptedException {
    if (step.has("pass")) {
      pass(step.get("pass"));
    }
    if (step.has("reopen")) {
      stage.reopen();
    }
    if (step.has("machine")) {
      create();
    }
    if (step.has("start")) {
      start();
    }
    if (step.has("ends")) {
      ends();
    }
    if (step.has("calls")) {
      called();
    }
    if (step.has("call")) {
      call();
    }
  }

  private void pass(JsonNode seconds) {
    stage.pass(Duration.ofMillis((long) (seconds.doubleValue() * 1000)));
  }

  private void create() {
    ObjectNode body = Json.object();
    body.set("name", step.get("machine"));
    body.set("definition", step.get("definition"));
    body.put("type", step.path("type").asString("STANDARD"));
    body.put("roleArn", "arn:aws:iam::000000000000:role/r");
    fine("CreateStateMachine", body);
  }

  private void start() {
    ObjectNode body = Json.object();
    body.put("stateMachineArn", PREFIX + "stateMachine:" + step.get("start").stringValue());
    body.put("name", step.path("as").asString("run"));
    body.set("input", step.has("input") ? step.get("input") : Json.object());
    fine("StartExecution", body);
  }

  private void fine(String operation, ObjectNode body) {
    AwsResponse response = stage.call(operation, bytes(body));
    assertThat(response.status()).as("%s", Json.parse(response.body())).isEqualTo(200);
  }

  /** Waits for the end of {@code MACHINE:EXECUTION}, or of the machine's {@code run}. */
  private void ends() throws InterruptedException {
    String name = step.get("ends").stringValue();
    String run = name.contains(":") ? name : name + ":run";
    byte[] body = bytes(Json.object().put("executionArn", PREFIX + "execution:" + run));
    ObjectNode wanted = ((ObjectNode) step).deepCopy().remove(Set.of("ends", "passing"));
    wanted.putIfAbsent("status", Json.string("SUCCEEDED"));
    eventually("DescribeExecution", body, wanted);
  }

  private void called() throws InterruptedException {
    for (Map.Entry<String, JsonNode> function : step.get("calls").properties()) {
      int wanted = function.getValue().intValue();
      for (int i = 0; i < PATIENCE && stage.calls(function.getKey()) < wanted; i++) {
        Thread.sleep(5);
      }
      assertThat(stage.calls(function.getKey())).as(function.getKey()).isEqualTo(wanted);
    }
  }

  private void call() throws InterruptedException {
    String operation = step.get("call").stringValue();
    byte[] body = bytes(step.path("with"));
    if (step.has("until")) {
      eventually(operation, body, step.get("until"));
      return;
    }
    AwsResponse response = stage.call(operation, body);
    JsonNode given = Json.parse(response.body());
    if (step.has("refuses")) {
      assertThat(response.status()).as("%s", given).isEqualTo(400);
      assertThat(given.get("__type").stringValue()).isEqualTo(step.get("refuses").stringValue());
      assertThat(given.get("message").stringValue()).contains(step.path("says").asString(""));
    } else {
      assertThat(response.status()).as("%s", given).isEqualTo(200);
      assertMatches(step.path("gives"), given);
    }
    keep(given);
  }

  private void keep(JsonNode given) {
    step.path("keep")
        .properties()
        .forEach(
            kept ->
                stage.kept.put(
                    kept.getKey(), given.at(kept.getValue().stringValue()).stringValue()));
  }

  private void eventually(String operation, byte[] body, JsonNode wanted)
      throws InterruptedException {
    JsonNode given = Json.nothing();
    for (int i = 0; i < PATIENCE; i++) {
      given = Json.parse(stage.call(operation, body).body());
      if (JsonPattern.matches(filled(wanted), given)) {
        keep(given);
        return;
      }
      if (step.has("passing") && i % GLANCES == 0) {
        pass(step.get("passing"));
      }
      Thread.sleep(5);
    }
    assertMatches(wanted, given);
  }

  private void assertMatches(JsonNode wanted, JsonNode given) {
    assertThat(wanted.isMissingNode() || JsonPattern.matches(filled(wanted), given))
        .as("wanted %s but was given %s", filled(wanted), given)
        .isTrue();
  }

  private byte[] bytes(JsonNode body) {
    return body.isMissingNode() ? new byte[0] : Json.bytes(texts(filled(body)));
  }

  /** The protocol has JSON inside strings; cases have it as it is. */
  private static JsonNode texts(JsonNode body) {
    if (!(body instanceof ObjectNode object)) {
      return body;
    }
    ObjectNode written = Json.object();
    for (var field : object.properties()) {
      JsonNode value = field.getValue();
      boolean text = TEXTS.contains(field.getKey()) && !value.isString();
      written.set(field.getKey(), text ? Json.string(Json.text(value)) : texts(value));
    }
    return written;
  }

  /** With what was kept in place of its name in angle brackets; {@code <arn>} is the prefix. */
  private JsonNode filled(JsonNode value) {
    String text = Json.text(value).replace("<arn>", PREFIX);
    for (var kept : stage.kept.entrySet()) {
      text = text.replace("<" + kept.getKey() + ">", kept.getValue());
    }
    return Json.parse(text);
  }
}
