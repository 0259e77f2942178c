package dev.heddle.localstack.host.walls;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a rule doesn't hold, and why. */
final class Exemptions {

  /** The packages between the world and a unit: here clocks are made and any failure is caught. */
  static final List<String> DOORS =
      List.of(
          "dev.heddle.functions.core.door",
          "dev.heddle.functions.aws.cloud",
          "dev.heddle.functions.lambda",
          "dev.heddle.localstack");

  /** Classes that take what others are handed. */
  static final Map<String, String> AMBIENT =
      Map.of(
          "GuardedHttpClient",
              "exchanges that hang are ended from beside, by a thread of their own",
          "ConflictRetry", "writers that collided pause by chance, or they would collide again",
          "RecordRuns", "runs are written side by side, so that one's trouble holds up no other",
          "SigningKeys", "a key that could be foreseen in a test would be one in production",
          "RefreshToken", "the same");

  /** Classes that catch whatever is thrown. */
  static final Map<String, String> BROAD_CATCHES =
      Map.of(
          "IntakeBatch", "one message that fails, however it does, must not fail the others",
          "RunProjection", "an event's details are foreign, and must not hold up those after it",
          "RunBroadcaster", "seeing a run live must not keep its record from being written",
          "LogBatch", "one line that can't be read must not hold up the others",
          "RunLookup", "whoever may start our machines may hand them anything",
          "RecordRuns", "what goes wrong with one run must not keep others from being written");

  /** Rooms that name node types as a user does: in drawings. */
  static final Set<String> DRAWERS = Set.of("localstack/lab");

  /** Types whose examples of requests and answers name node types, as the API's readers will. */
  static final Set<String> EXAMPLES = Set.of("GraphExample", "ListWorkflows", "ReadNodeType");

  private Exemptions() {}
}
