package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes, reads and deletes rules and their targets. */
final class RuleOperations {
  private static final String NAME = "[.\\-_A-Za-z0-9]{1,64}";

  private final ServiceDatabase database;
  private final AwsAccount account;

  RuleOperations(ServiceDatabase database, AwsAccount account) {
    this.database = database;
    this.account = account;
  }

  Object put(RequestInput input) {
    if (input.has("ScheduleExpression")) {
      throw input.invalid("Rules on a schedule are not embedded; use EventBridge Scheduler.");
    }
    String text = input.required("EventPattern");
    EventRule rule =
        new EventRule(
            bus(input),
            checked(input, "Name"),
            text,
            EventPatternParser.parse(text),
            !input.text("State").orElse("ENABLED").equals("DISABLED"),
            input.text("Description").orElse(""));
    database.write(
        sql -> {
          RuleTable.put(sql, rule);
          return true;
        });
    return Map.of("RuleArn", arn(rule));
  }

  Object describe(RequestInput input) {
    EventRule rule = database.read(sql -> RuleTable.get(sql, bus(input), input.required("Name")));
    return rule.json(arn(rule));
  }

  Object delete(RequestInput input) {
    database.write(
        sql -> {
          RuleTable.delete(sql, bus(input), input.required("Name"));
          return true;
        });
    return Map.of();
  }

  Object enable(RequestInput input) {
    return enable(input, true);
  }

  Object disable(RequestInput input) {
    return enable(input, false);
  }

  private Object enable(RequestInput input, boolean enabled) {
    database.write(
        sql -> {
          EventRule rule = RuleTable.get(sql, bus(input), input.required("Name"));
          RuleTable.enable(sql, rule, enabled);
          return true;
        });
    return Map.of();
  }

  Object list(RequestInput input) {
    int most = input.integer("Limit", 1, 100).orElse(100);
    List<EventRule> found =
        database.read(
            sql ->
                RuleTable.list(
                    sql,
                    bus(input),
                    input.text("NamePrefix").orElse(""),
                    input.text("NextToken").orElse("")));
    List<EventRule> page = found.stream().limit(most).toList();
    Map<String, Object> answer = new HashMap<>();
    answer.put("Rules", page.stream().map(rule -> rule.json(arn(rule))).toList());
    if (found.size() > most) {
      answer.put("NextToken", page.getLast().name());
    }
    return answer;
  }

  Object putTargets(RequestInput input) {
    List<RequestInput> targets = input.list("Targets");
    if (targets.isEmpty()) {
      throw input.invalid("Targets has at least one member.");
    }
    database.write(
        sql -> {
          EventRule rule = RuleTable.get(sql, bus(input), input.required("Rule"));
          for (RequestInput target : targets) {
            InputTransformation.check(target);
            RuleTable.putTarget(sql, rule, checked(target, "Id"), DeliveryTarget.read(target));
          }
          return true;
        });
    return Map.of("FailedEntryCount", 0, "FailedEntries", List.of());
  }

  Object removeTargets(RequestInput input) {
    List<Object> failed = new ArrayList<>();
    database.write(
        sql -> {
          EventRule rule = RuleTable.get(sql, bus(input), input.required("Rule"));
          for (String id : input.textList("Ids")) {
            if (RuleTable.removeTarget(sql, rule, id) == 0) {
              failed.add(
                  Map.of(
                      "TargetId", id,
                      "ErrorCode", "ResourceNotFoundException",
                      "ErrorMessage", "The rule has no such target."));
            }
          }
          return true;
        });
    return Map.of("FailedEntryCount", failed.size(), "FailedEntries", failed);
  }

  Object listTargets(RequestInput input) {
    List<DeliveryTarget> targets =
        database.read(
            sql -> RuleTable.targets(sql, RuleTable.get(sql, bus(input), input.required("Rule"))));
    return Map.of("Targets", targets.stream().map(DeliveryTarget::json).toList());
  }

  String arn(EventRule rule) {
    return account.arn("events", rule.resource());
  }

  private static String bus(RequestInput input) {
    return input.text("EventBusName").map(EventRule::busName).orElse(EventRule.DEFAULT);
  }

  private static String checked(RequestInput input, String member) {
    String name = input.required(member);
    if (!name.matches(NAME)) {
      throw input.invalid(member + " has 1 to 64 letters, digits, dots, hyphens, underscores.");
    }
    return name;
  }
}
