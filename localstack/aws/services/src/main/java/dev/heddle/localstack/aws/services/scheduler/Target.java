package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.Input;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a schedule calls and how long it tries.
 *
 * @param json whole and valid, with the retry policy filled in
 */
record Target(
    String arn,
    String role,
    Optional<String> input,
    Duration maxAge,
    int retries,
    ObjectNode json) {
  private static final int DAY = 86_400;
  private static final int RETRIES = 185;
  private static final int INPUT = 262_144;

  static Target read(Input input) {
    Input policy = input.object("RetryPolicy").orElse(new Input(node(), "ValidationException"));
    int age = policy.integer("MaximumEventAgeInSeconds", 60, DAY).orElse(DAY);
    int retries = policy.integer("MaximumRetryAttempts", 0, RETRIES).orElse(RETRIES);
    ObjectNode json = input.json().deepCopy();
    json.putObject("RetryPolicy")
        .put("MaximumEventAgeInSeconds", age)
        .put("MaximumRetryAttempts", retries);
    return new Target(
        arn(input, "Arn"),
        arn(input, "RoleArn"),
        text(input),
        Duration.ofSeconds(age),
        retries,
        json);
  }

  Optional<String> messageGroup() {
    return within("SqsParameters", "MessageGroupId");
  }

  Optional<String> deadLetters() {
    return within("DeadLetterConfig", "Arn");
  }

  static ObjectNode node() {
    return JsonProtocol.JSON.createObjectNode();
  }

  private Optional<String> within(String member, String name) {
    return new Input(json, "ValidationException").object(member).flatMap(o -> o.text(name));
  }

  private static Optional<String> text(Input input) {
    Optional<String> text = input.text("Input");
    if (text.filter(t -> t.isEmpty() || t.length() > INPUT).isPresent()) {
      throw input.invalid("Input has 1 to " + INPUT + " characters.");
    }
    return text;
  }

  private static String arn(Input input, String member) {
    String arn = input.required(member);
    if (!arn.startsWith("arn:") || arn.length() > 1_600) {
      throw input.invalid("Provided " + member + " is not in correct format.");
    }
    return arn;
  }
}
