package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
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

  private final ServiceDatabase database;
  private final DurableWork work;
  private final RuleOperations rules;
  private final AwsAccount account;
  private final InstantSource clock;

  EventOperations(
      ServiceDatabase database,
      DurableWork work,
      RuleOperations rules,
      AwsAccount account,
      InstantSource clock) {
    this.database = database;
    this.work = work;
    this.rules = rules;
    this.account = account;
    this.clock = clock;
  }

  /** Answers when each accepted event is on disk for each of its targets. */
  Object put(RequestInput input) {
    List<RequestInput> entries = input.list("Entries");
    if (entries.isEmpty() || entries.size() > ENTRIES) {
      throw input.invalid("Entries has 1 to " + ENTRIES + " members.");
    }
    if (entries.stream().mapToInt(BusEvent::bytes).sum() > BYTES) {
      throw input.invalid("Total size of the entries in the request is over the limit.");
    }
    List<BusEvent> accepted = new ArrayList<>();
    List<Map<String, String>> answers =
        entries.stream().map(entry -> read(entry, accepted)).toList();
    database.write(sql -> deliver(sql, accepted));
    work.wake();
    return Map.of("FailedEntryCount", entries.size() - accepted.size(), "Entries", answers);
  }

  private Map<String, String> read(RequestInput entry, List<BusEvent> accepted) {
    try {
      BusEvent event = BusEvent.read(entry, account, clock.instant());
      accepted.add(event);
      return Map.of("EventId", event.id());
    } catch (AwsFault fault) {
      return Map.of("ErrorCode", fault.code(), "ErrorMessage", fault.message());
    }
  }

  private int deliver(SqlConnection sql, List<BusEvent> events) throws SQLException {
    if (DurableWork.waiting(sql) >= WAITING) {
      throw new AwsFault(429, "ThrottlingException", "Too many events wait for their targets.");
    }
    int deliveries = 0;
    for (EventRule rule : RuleTable.all(sql)) {
      for (BusEvent event : events) {
        deliveries += rule.matches(event) ? deliver(sql, rule, event) : 0;
      }
    }
    return deliveries;
  }

  private int deliver(SqlConnection sql, EventRule rule, BusEvent event) throws SQLException {
    List<DeliveryTarget> targets = RuleTable.targets(sql, rule);
    String arn = rules.arn(rule);
    for (DeliveryTarget target : targets) {
      var delivery =
          new RuleDelivery(arn, target, InputTransformation.transform(target, event, arn));
      work.add(sql, UUID.randomUUID().toString(), arn, delivery.stored());
    }
    return targets.size();
  }

  Object test(RequestInput input) {
    EventPattern pattern = EventPatternParser.parse(input.required("EventPattern"));
    try {
      var event = JsonProtocol.JSON.readTree(input.required("Event"));
      return Map.of("Result", pattern.matches(event));
    } catch (JacksonException e) {
      throw input.invalid("Parameter Event is not valid.");
    }
  }
}
