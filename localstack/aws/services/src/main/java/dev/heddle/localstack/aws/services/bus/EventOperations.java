package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.Account;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.Input;
import dev.heddle.localstack.aws.services.Sql;
import dev.heddle.localstack.aws.services.Target;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/** Takes events in and hands them to the targets of the rules they match. */
final class EventOperations {
  private static final int ENTRIES = 10;
  private static final int BYTES = 262_144;
  private static final int WAITING = 100_000;

  private final Database database;
  private final DurableWork work;
  private final RuleOperations rules;
  private final Account account;
  private final InstantSource clock;

  EventOperations(
      Database database,
      DurableWork work,
      RuleOperations rules,
      Account account,
      InstantSource clock) {
    this.database = database;
    this.work = work;
    this.rules = rules;
    this.account = account;
    this.clock = clock;
  }

  /** Answers when each accepted event is on disk for each of its targets. */
  Object put(Input input) {
    List<Input> entries = input.list("Entries");
    if (entries.isEmpty() || entries.size() > ENTRIES) {
      throw input.invalid("Entries has 1 to " + ENTRIES + " members.");
    }
    if (entries.stream().mapToInt(Event::bytes).sum() > BYTES) {
      throw input.invalid("Total size of the entries in the request is over the limit.");
    }
    List<Event> accepted = new ArrayList<>();
    List<Map<String, String>> answers =
        entries.stream().map(entry -> read(entry, accepted)).toList();
    database.write(sql -> deliver(sql, accepted));
    work.wake();
    return Map.of("FailedEntryCount", entries.size() - accepted.size(), "Entries", answers);
  }

  private Map<String, String> read(Input entry, List<Event> accepted) {
    try {
      Event event = Event.read(entry, account, clock.instant());
      accepted.add(event);
      return Map.of("EventId", event.id());
    } catch (AwsFault fault) {
      return Map.of("ErrorCode", fault.code(), "ErrorMessage", fault.message());
    }
  }

  private int deliver(Sql sql, List<Event> events) throws SQLException {
    if (DurableWork.waiting(sql) >= WAITING) {
      throw new AwsFault(429, "ThrottlingException", "Too many events wait for their targets.");
    }
    int deliveries = 0;
    for (Rule rule : RuleTable.all(sql)) {
      for (Event event : events) {
        deliveries += rule.matches(event) ? deliver(sql, rule, event) : 0;
      }
    }
    return deliveries;
  }

  private int deliver(Sql sql, Rule rule, Event event) throws SQLException {
    List<Target> targets = RuleTable.targets(sql, rule);
    String arn = rules.arn(rule);
    for (Target target : targets) {
      var delivery = new Delivery(arn, target, InputShape.shaped(target, event, arn));
      work.add(sql, UUID.randomUUID().toString(), arn, delivery.stored());
    }
    return targets.size();
  }

  Object test(Input input) {
    EventPattern pattern = Patterns.parse(input.required("EventPattern"));
    try {
      var event = JsonProtocol.JSON.readTree(input.required("Event"));
      return Map.of("Result", pattern.matches(event));
    } catch (JacksonException e) {
      throw input.invalid("Parameter Event is not valid.");
    }
  }
}
