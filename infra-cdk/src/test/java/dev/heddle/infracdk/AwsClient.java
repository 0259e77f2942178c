package dev.heddle.infracdk;

import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The clients of the AWS SDK, by what a unit must be let do to need one. */
enum AwsClient {
  DYNAMODB,
  SECRETSMANAGER,
  SFN,
  SQS,
  SCHEDULER,
  APIGATEWAYMANAGEMENTAPI;

  /** The folders in which a jar of these units has clients. */
  static Set<String> folders(List<Unit> units) {
    Set<String> folders = new TreeSet<>();
    for (Unit unit : units) {
      unit.access().forEach(access -> behind(access).ifPresent(c -> folders.add(c.folder())));
    }
    return folders;
  }

  private static Optional<AwsClient> behind(Access access) {
    return switch (access) {
      case Access.Reads _, Access.Writes _ -> Optional.of(DYNAMODB);
      case Access.Uses _ -> Optional.of(SECRETSMANAGER);
      case Access.BuildsMachines _, Access.StartsRuns _, Access.CompletesTasks _ ->
          Optional.of(SFN);
      case Access.Sends _ -> Optional.of(SQS);
      case Access.Schedules _ -> Optional.of(SCHEDULER);
      case Access.PushesLive _ -> Optional.of(APIGATEWAYMANAGEMENTAPI);
      case Access.CallsInternet _, Access.AsksModel _ -> Optional.empty();
    };
  }

  private String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
