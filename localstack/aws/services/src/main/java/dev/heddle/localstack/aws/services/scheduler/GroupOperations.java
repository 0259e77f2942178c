package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.RestCall;
import dev.heddle.localstack.aws.services.RestJsonProtocol;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.scheduler.GroupTable.Group;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Creates, reads, deletes, lists and tags groups of schedules. */
final class GroupOperations {
  private static final int TAGS = 50;

  private final ServiceDatabase database;
  private final AwsAccount account;
  private final InstantSource clock;

  GroupOperations(ServiceDatabase database, AwsAccount account, InstantSource clock) {
    this.database = database;
    this.account = account;
    this.clock = clock;
  }

  AwsResponse create(RestCall call) {
    RequestInput body = call.body();
    String name = ScheduleOperations.checked(body, call.path("Name"));
    Map<String, String> tags = tags(body);
    database.write(
        sql -> {
          GroupTable.create(sql, name, tags, clock.millis());
          return name;
        });
    return RestJsonProtocol.ok(Map.of("ScheduleGroupArn", arn(name)));
  }

  AwsResponse get(RestCall call) {
    return RestJsonProtocol.ok(described(group(call.path("Name"))));
  }

  AwsResponse delete(RestCall call) {
    String name = call.path("Name");
    if (name.equals(GroupTable.DEFAULT)) {
      throw new AwsFault("ValidationException", "The default group cannot be deleted.");
    }
    database.write(
        sql -> {
          GroupTable.delete(sql, name);
          return name;
        });
    return RestJsonProtocol.ok(Map.of());
  }

  AwsResponse list(RestCall call) {
    int most = call.query("MaxResults", 100, 1, 100);
    String prefix = call.query("NamePrefix").orElse("");
    String after = call.query("NextToken").orElse("");
    List<Group> found = database.read(sql -> GroupTable.list(sql, prefix, after));
    List<Group> page = found.stream().limit(most).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ScheduleGroups", page.stream().map(this::described).toList());
    if (found.size() > most) {
      answer.put("NextToken", page.getLast().name());
    }
    return RestJsonProtocol.ok(answer);
  }

  AwsResponse tags(RestCall call) {
    List<Map<String, String>> tags =
        group(named(call)).tags().entrySet().stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList();
    return RestJsonProtocol.ok(Map.of("Tags", tags));
  }

  AwsResponse tag(RestCall call) {
    Map<String, String> added = tags(call.body());
    return retag(named(call), tags -> tags.putAll(added));
  }

  AwsResponse untag(RestCall call) {
    return retag(named(call), tags -> tags.keySet().removeAll(call.queries("TagKeys")));
  }

  private AwsResponse retag(String name, Consumer<Map<String, String>> change) {
    database.write(
        sql -> {
          Map<String, String> tags = new LinkedHashMap<>(GroupTable.get(sql, name).tags());
          change.accept(tags);
          if (tags.size() > TAGS) {
            throw new AwsFault("ValidationException", "A group has at most " + TAGS + " tags.");
          }
          GroupTable.tag(sql, name, tags, clock.millis());
          return name;
        });
    return RestJsonProtocol.ok(Map.of());
  }

  private Group group(String name) {
    return database.read(sql -> GroupTable.get(sql, name));
  }

  private String named(RestCall call) {
    String arn = call.path("ResourceArn");
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private Map<String, Object> described(Group group) {
    return Map.of(
        "Arn", arn(group.name()),
        "Name", group.name(),
        "State", "ACTIVE",
        "CreationDate", ScheduleDefinition.seconds(group.created()),
        "LastModificationDate", ScheduleDefinition.seconds(group.modified()));
  }

  private String arn(String name) {
    return account.arn("scheduler", "schedule-group/" + name);
  }

  private static Map<String, String> tags(RequestInput body) {
    Map<String, String> tags = new LinkedHashMap<>();
    body.list("Tags").forEach(tag -> tags.put(tag.required("Key"), tag.text("Value").orElse("")));
    if (tags.size() > TAGS) {
      throw body.invalid("A group has at most " + TAGS + " tags.");
    }
    return tags;
  }
}
