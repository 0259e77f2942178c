package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Unit;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of Lambda jars for a README: how many functions are in each, and what they reach. */
record JarTable(List<Unit> functions) {
  private static final String HEAD =
      """
      | jar | functions | reaches |
      |---|---|---|
      """;

  String lines() {
    SequencedMap<String, List<Unit>> jars =
        functions.stream()
            .collect(Collectors.groupingBy(Catalog::jar, TreeMap::new, Collectors.toList()));
    StringBuilder lines = new StringBuilder(HEAD);
    jars.forEach((jar, units) -> lines.append(line(jar, units)));
    return lines.toString();
  }

  private static String line(String jar, List<Unit> units) {
    Set<String> reached =
        units.stream()
            .flatMap(unit -> unit.access().stream())
            .map(JarTable::reached)
            .collect(Collectors.toCollection(TreeSet::new));
    return "| `%s` | %d | %s |\n".formatted(jar, units.size(), String.join(", ", reached));
  }

  private static String reached(Access access) {
    return switch (access) {
      case Access.Reads _, Access.Writes _ -> "DynamoDB";
      case Access.Uses _ -> "Secrets Manager";
      case Access.BuildsMachines _, Access.StartsRuns _, Access.CompletesTasks _ ->
          "Step Functions";
      case Access.Sends _ -> "SQS";
      case Access.Schedules _ -> "Scheduler";
      case Access.PushesLive _ -> "API Gateway connections";
      case Access.CallsInternet _, Access.AsksModel _ -> "the internet";
    };
  }
}
