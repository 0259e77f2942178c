package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.RestCall;
import dev.heddle.localstack.aws.services.RestJsonProtocol;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Creates, reads, changes, deletes and lists schedules. */
final class ScheduleOperations {
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.-]{1,64}");

  /** An {@code at} of this minute still counts: the service itself has a minute's precision. */
  private static final Duration PRECISION = Duration.ofMinutes(1);

  private final ServiceDatabase database;
  private final AwsAccount account;
  private final InstantSource clock;
  private final ScheduleDispatcher scheduleDispatcher;

  ScheduleOperations(
      ServiceDatabase database,
      AwsAccount account,
      InstantSource clock,
      ScheduleDispatcher scheduleDispatcher) {
    this.database = database;
    this.account = account;
    this.clock = clock;
    this.scheduleDispatcher = scheduleDispatcher;
  }

  AwsResponse create(RestCall call) {
    RequestInput body = call.body();
    Instant now = clock.instant();
    Schedule schedule = schedule(call, now, now, now);
    String token = body.text("ClientToken").orElse("");
    database.write(
        sql -> {
          GroupTable.get(sql, schedule.group());
          ScheduleTable.create(sql, schedule, token);
          return token;
        });
    return arnOf(schedule);
  }

  AwsResponse update(RestCall call) {
    Instant now = clock.instant();
    Schedule asked = schedule(call, now, now, now);
    database.write(
        sql -> {
          Schedule known = ScheduleTable.get(sql, asked.group(), asked.name());
          boolean sameTimes =
              known.definition().expression().equals(asked.definition().expression());
          Instant anchor = sameTimes ? known.anchor() : now;
          ScheduleTable.put(sql, schedule(call, known.created(), now, anchor), "");
          return anchor;
        });
    return arnOf(asked);
  }

  AwsResponse get(RestCall call) {
    String group = call.query("groupName").orElse(GroupTable.DEFAULT);
    Schedule schedule = database.read(sql -> ScheduleTable.get(sql, group, call.path("Name")));
    ObjectNode json = schedule.definition().json();
    json.put("Arn", arn(schedule));
    json.put("Name", schedule.name());
    json.put("GroupName", schedule.group());
    json.put("CreationDate", ScheduleDefinition.seconds(schedule.created()));
    json.put("LastModificationDate", ScheduleDefinition.seconds(schedule.modified()));
    return RestJsonProtocol.ok(json);
  }

  AwsResponse delete(RestCall call) {
    String group = call.query("groupName").orElse(GroupTable.DEFAULT);
    String name = call.path("Name");
    database.write(
        sql -> {
          ScheduleTable.get(sql, group, name);
          return ScheduleTable.delete(sql, group, name);
        });
    return RestJsonProtocol.ok(Map.of());
  }

  AwsResponse list(RestCall call) {
    int most = call.query("MaxResults", 100, 1, 100);
    List<Schedule> found =
        database.read(
            sql ->
                ScheduleTable.list(
                    sql,
                    call.query("ScheduleGroup").orElse(""),
                    call.query("NamePrefix").orElse(""),
                    call.query("State").orElse(""),
                    call.query("NextToken").orElse(""),
                    most + 1));
    List<Schedule> page = found.stream().limit(most).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Schedules", page.stream().map(this::summary).toList());
    if (found.size() > most) {
      answer.put("NextToken", page.getLast().key());
    }
    return RestJsonProtocol.ok(answer);
  }

  String arn(Schedule schedule) {
    return account.arn("scheduler", "schedule/" + schedule.key());
  }

  /** What the call asks for, with the next time it is due. */
  private Schedule schedule(RestCall call, Instant created, Instant modified, Instant anchor) {
    RequestInput body = call.body();
    String name = checked(body, call.path("Name"));
    String group = body.text("GroupName").orElse(GroupTable.DEFAULT);
    ScheduleDefinition definition = ScheduleDefinition.read(body);
    ScheduleExpressionParser.checkNew(definition.expression());
    Optional<Instant> next = next(definition, anchor, modified);
    checkDates(body, definition, modified);
    return new Schedule(
        group,
        name,
        definition,
        created,
        modified,
        anchor,
        next.map(Instant::toEpochMilli).orElse(Schedule.NEVER),
        next.map(at -> scheduleDispatcher.fireTime(definition, at)).orElse(Schedule.NEVER));
  }

  private static Optional<Instant> next(
      ScheduleDefinition definition, Instant anchor, Instant now) {
    boolean once = definition.recurrence(anchor) instanceof AtExpression;
    Optional<Instant> next = definition.next(anchor, once ? now.minus(PRECISION) : now);
    return definition.enabled() ? next : Optional.empty();
  }

  private static void checkDates(RequestInput body, ScheduleDefinition definition, Instant now) {
    Instant start = definition.start().orElse(Instant.EPOCH);
    if (definition.end().filter(end -> !end.isAfter(now) || !end.isAfter(start)).isPresent()) {
      throw body.invalid("The EndDate you specify must be in the future and after the StartDate.");
    }
  }

  private Map<String, Object> summary(Schedule schedule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Arn", arn(schedule));
    json.put("Name", schedule.name());
    json.put("GroupName", schedule.group());
    json.put("State", schedule.definition().enabled() ? "ENABLED" : "DISABLED");
    json.put("CreationDate", ScheduleDefinition.seconds(schedule.created()));
    json.put("LastModificationDate", ScheduleDefinition.seconds(schedule.modified()));
    json.put("Target", Map.of("Arn", schedule.definition().target().arn()));
    return json;
  }

  private AwsResponse arnOf(Schedule schedule) {
    return RestJsonProtocol.ok(Map.of("ScheduleArn", arn(schedule)));
  }

  static String checked(RequestInput body, String name) {
    if (!NAME.matcher(name).matches()) {
      throw body.invalid("A name has 1 to 64 letters, digits, hyphens, underscores and dots.");
    }
    return name;
  }

  static AwsFault missingGroup(String name) {
    return new AwsFault(
        404, "ResourceNotFoundException", "Schedule group " + name + " does not exist.");
  }
}
