package dev.heddle.localstack.host.walls;

import java.util.Set;

/**
 * What still breaks a rule, to be mended. Nothing is added here; what keeps the rule by now fails
 * the test until its line is gone.
 */
final class KnownViolations {

  /** The published triggers' addresses and a port's factory are named where they are stored. */
  static final Set<String> ARROWS =
      Set.of("functions/aws → functions/publishing", "functions/aws → functions/triggers");

  /** Node types that another unit's code knows by name. */
  static final Set<String> NODE_IDS =
      Set.of(
          "functions/ai/agent/src/main/java/dev/heddle/functions/ai/agent/Callable.java",
          "functions/channels/src/main/java/dev/heddle/functions/channels/webhook/Responses.java",
          "functions/publishing/src/main/java/dev/heddle/functions/publishing/Solo.java",
          "functions/publishing/src/main/java/dev/heddle/functions/publishing/Triggers.java");

  /** Readers of a drawing's JSON beside the language's own. */
  static final Set<String> DRAWING_READERS =
      Set.of(
          "functions/ai/agent/src/main/java/dev/heddle/functions/ai/agent/Callable.java",
          "functions/api/src/main/java/dev/heddle/functions/api/runs/Drawing.java",
          "functions/api/src/main/java/dev/heddle/functions/api/runs/KnownOutputs.java",
          "functions/api/src/main/java/dev/heddle/functions/api/workflows/Outline.java",
          "functions/channels/src/main/java/dev/heddle/functions/channels/dispatch/Dispatcher.java",
          "functions/channels/src/main/java/dev/heddle/functions/channels/webhook/Responses.java",
          "functions/publishing/src/main/java/dev/heddle/functions/publishing/Containers.java",
          "functions/publishing/src/main/java/dev/heddle/functions/publishing/Surroundings.java",
          "functions/publishing/src/main/java/dev/heddle/functions/publishing/Triggers.java",
          "functions/spec/src/main/java/dev/heddle/functions/spec/wait/Place.java",
          "functions/triggers/src/main/java/dev/heddle/functions/triggers/schedule/ScheduleRules.java",
          "functions/triggers/src/main/java/dev/heddle/functions/triggers/schedule/Timers.java",
          "functions/triggers/src/main/java/dev/heddle/functions/triggers/webhook/Paths.java",
          "functions/triggers/src/main/java/dev/heddle/functions/triggers/webhook/Webhook.java");

  private KnownViolations() {}
}
