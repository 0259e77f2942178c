package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.services.Account;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.Input;
import dev.heddle.localstack.aws.services.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes, reads and deletes rules and their targets. */
final class RuleOperations {
  private static final String NAME = "[.\\-_A-Za-z0-9]{1,64}";

  private final Database database;
  private final Account account;

  RuleOperations(Database database, Account account) {
    this.database = database;
    this.account = account;
  }

  Object put(Input input) {
    if (input.has("ScheduleExpression")) {
      throw input.invalid("Rules on a schedule are not embedded; use EventBridge Scheduler.");
    }
    String text = input.required("EventPattern");
    Rule rule =
        new Rule(
            bus(input),
            checked(input, "Name"),
            text,
            Patterns.parse(text),
            !input.text("State").orElse("ENABLED").equals("DISABLED"),
            input.text("Description").orElse(""));
    database.write(
        sql -> {
          RuleTable.put(sql, rule);
          return true;
        });
    return Map.of("RuleArn", arn(rule));
  }

  Object describe(Input input) {
    Rule rule = database.read(sql -> RuleTable.get(sql, bus(input), input.required("Name")));
    return rule.json(arn(rule));
  }

  Object delete(Input input) {
    database.write(
        sql -> {
          RuleTable.delete(sql, bus(input), input.required("Name"));
          return true;
        });
    return Map.of();
  }

  Object enable(Input input) {
    return enable(input, true);
  }

  Object disable(Input input) {
    return enable(input, false);
  }

  private Object enable(Input input, boolean enabled) {
    database.write(
        sql -> {
          Rule rule = RuleTable.get(sql, bus(input), input.required("Name"));
          RuleTable.enable(sql, rule, enabled);
          return true;
        });
    return Map.of();
  }

  Object list(Input input) {
    int most = input.integer("Limit", 1, 100).orElse(100);
    List<Rule> found =
        database.read(
            sql ->
                RuleTable.list(
                    sql,
                    bus(input),
                    input.text("NamePrefix").orElse(""),
                    input.text("NextToken").orElse("")));
    List<Rule> page = found.stream().limit(most).toList();
    Map<String, Object> answer = new HashMap<>();
    answer.put("Rules", page.stream().map(rule -> rule.json(arn(rule))).toList());
    if (found.size() > most) {
      answer.put("NextToken", page.getLast().name());
    }
    return answer;
  }

  Object putTargets(Input input) {
    List<Input> targets = input.list("Targets");
    if (targets.isEmpty()) {
      throw input.invalid("Targets has at least one member.");
    }
    database.write(
        sql -> {
          Rule rule = RuleTable.get(sql, bus(input), input.required("Rule"));
          for (Input target : targets) {
            InputShape.check(target);
            RuleTable.putTarget(sql, rule, checked(target, "Id"), Target.read(target));
          }
          return true;
        });
    return Map.of("FailedEntryCount", 0, "FailedEntries", List.of());
  }

  Object removeTargets(Input input) {
    List<Object> failed = new ArrayList<>();
    database.write(
        sql -> {
          Rule rule = RuleTable.get(sql, bus(input), input.required("Rule"));
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

  Object listTargets(Input input) {
    List<Target> targets =
        database.read(
            sql -> RuleTable.targets(sql, RuleTable.get(sql, bus(input), input.required("Rule"))));
    return Map.of("Targets", targets.stream().map(Target::json).toList());
  }

  String arn(Rule rule) {
    return account.arn("events", rule.resource());
  }

  private static String bus(Input input) {
    return input.text("EventBusName").map(Rule::busName).orElse(Rule.DEFAULT);
  }

  private static String checked(Input input, String member) {
    String name = input.required(member);
    if (!name.matches(NAME)) {
      throw input.invalid(member + " has 1 to 64 letters, digits, dots, hyphens, underscores.");
    }
    return name;
  }
}
