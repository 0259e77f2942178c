package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a schedule or rule calls and how long it tries.
 *
 * @param maxAge how long after it was due the call is still tried
 * @param retries how often it is tried again
 * @param json whole and valid, with the retry policy filled in
 */
public record DeliveryTarget(String arn, Duration maxAge, int retries, ObjectNode json) {
  private static final int DAY = 86_400;
  private static final int RETRIES = 185;
  private static final int INPUT = 262_144;
  private static final int ARN = 1_600;

  /** Reads a target, its retry policy a day and 185 attempts unless it says otherwise. */
  public static DeliveryTarget read(RequestInput input) {
    Optional<RequestInput> policy = input.object("RetryPolicy");
    int age = policy.flatMap(p -> p.integer("MaximumEventAgeInSeconds", 60, DAY)).orElse(DAY);
    int retries =
        policy.flatMap(p -> p.integer("MaximumRetryAttempts", 0, RETRIES)).orElse(RETRIES);
    checkText(input);
    ObjectNode json = input.json().deepCopy();
    json.putObject("RetryPolicy")
        .put("MaximumEventAgeInSeconds", age)
        .put("MaximumRetryAttempts", retries);
    return new DeliveryTarget(arn(input, "Arn"), Duration.ofSeconds(age), retries, json);
  }

  /** An ARN that must be there. */
  public static String arn(RequestInput input, String member) {
    String arn = input.required(member);
    if (!arn.startsWith("arn:") || arn.length() > ARN) {
      throw input.invalid("Provided " + member + " is not in correct format.");
    }
    return arn;
  }

  /** The text to hand over, if the target has one. */
  public Optional<String> input() {
    return members().text("Input");
  }

  /** The group of messages to a FIFO queue. */
  public Optional<String> messageGroup() {
    return members().object("SqsParameters").flatMap(o -> o.text("MessageGroupId"));
  }

  /** The queue for what could not be delivered. */
  public Optional<String> deadLetters() {
    return members().object("DeadLetterConfig").flatMap(o -> o.text("Arn"));
  }

  /** The members of its JSON. */
  public RequestInput members() {
    return new RequestInput(json, "ValidationException");
  }

  /** An empty JSON object. */
  public static ObjectNode node() {
    return JsonProtocol.JSON.createObjectNode();
  }

  private static void checkText(RequestInput input) {
    Optional<String> text = input.text("Input");
    if (text.filter(t -> t.isEmpty() || t.length() > INPUT).isPresent()) {
      throw input.invalid("Input has 1 to " + INPUT + " characters.");
    }
  }
}
