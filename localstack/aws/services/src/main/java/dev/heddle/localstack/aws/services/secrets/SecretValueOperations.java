package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes values and moves the stages that name them. */
final class SecretValueOperations {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int STAGES = 20;
  private static final int BATCH = 20;

  private final ServiceDatabase database;
  private final SecretVersions values;
  private final InstantSource clock;

  SecretValueOperations(ServiceDatabase database, SecretVersions values, InstantSource clock) {
    this.database = database;
    this.values = values;
    this.clock = clock;
  }

  Object get(RequestInput input) {
    return value(input.required("SecretId"), input.text("VersionId"), input.text("VersionStage"));
  }

  private Map<String, Object> value(
      String idOrArn, Optional<String> version, Optional<String> stage) {
    record Found(Secret secret, SecretVersion version) {}
    Found found =
        database.read(
            sql -> {
              Secret secret = SecretTable.get(sql, idOrArn, clock.millis()).notDeleted();
              return new Found(secret, version(sql, secret, version, stage));
            });
    noteAccess(found.secret());
    Map<String, Object> answer = found.secret().named();
    answer.putAll(found.version().json());
    values.open(found.secret(), found.version()).addTo(answer);
    return answer;
  }

  private static SecretVersion version(
      SqlConnection sql, Secret secret, Optional<String> version, Optional<String> stage)
      throws SQLException {
    String asked = stage.orElse(VersionTable.CURRENT);
    Optional<SecretVersion> found =
        version.isPresent()
            ? VersionTable.byId(sql, secret, version.get())
            : VersionTable.byStage(sql, secret, asked);
    if (version.isPresent() && stage.isPresent()) {
      found = found.filter(v -> v.stages().contains(asked));
    }
    return found.orElseThrow(
        () ->
            new AwsFault(
                "ResourceNotFoundException",
                "Secrets Manager can't find the specified secret value for "
                    + version.map(id -> "VersionId: " + id).orElse("staging label: " + asked)));
  }

  /** Secrets Manager keeps the day only; so one write a day is enough. */
  private void noteAccess(Secret secret) {
    long day = clock.millis() / DAY * DAY;
    if (secret.accessed() != day) {
      database.write(
          sql -> {
            SecretTable.markAccessed(sql, secret.id(), day);
            return day;
          });
    }
  }

  Object put(RequestInput input) {
    String id = SecretVersions.token(input);
    List<String> asked = input.textList("VersionStages");
    List<String> stages = asked.isEmpty() ? List.of(VersionTable.CURRENT) : asked;
    stages.forEach(stage -> checkStage(input, stage));
    if (stages.size() > STAGES) {
      throw input.invalid("A version has at most " + STAGES + " stages.");
    }
    SecretValue value =
        SecretValue.read(input)
            .orElseThrow(
                () -> input.invalid("You must provide either SecretString or SecretBinary."));
    return database.write(
        sql -> {
          Secret secret = secret(sql, input);
          values.add(sql, secret, id, value, stages, clock.millis());
          Map<String, Object> answer = secret.named();
          answer.put("VersionId", id);
          answer.put("VersionStages", VersionTable.byId(sql, secret, id).orElseThrow().stages());
          return answer;
        });
  }

  Object moveStage(RequestInput input) {
    String stage = input.required("VersionStage");
    checkStage(input, stage);
    Optional<String> from = input.text("RemoveFromVersionId");
    Optional<String> to = input.text("MoveToVersionId");
    return database.write(
        sql -> {
          Secret secret = secret(sql, input);
          checkHolder(input, VersionTable.byStage(sql, secret, stage), from, to);
          if (to.isPresent()) {
            version(sql, secret, to, Optional.empty());
            VersionTable.stage(sql, secret, stage, to.get());
          } else {
            VersionTable.unstage(sql, secret, stage);
          }
          return secret.named();
        });
  }

  private static void checkHolder(
      RequestInput input,
      Optional<SecretVersion> holder,
      Optional<String> from,
      Optional<String> to) {
    String held = holder.map(SecretVersion::id).orElse("");
    boolean stays = to.filter(held::equals).isPresent();
    if (!stays && !held.equals(from.orElse(""))) {
      throw input.invalid(
          "The parameter RemoveFromVersionId must be the version that has the stage: "
              + (held.isEmpty() ? "none" : held));
    }
    if (to.isEmpty() && input.required("VersionStage").equals(VersionTable.CURRENT)) {
      throw input.invalid("AWSCURRENT can be moved to another version, not removed.");
    }
  }

  Object versions(RequestInput input) {
    boolean deprecated = input.flag("IncludeDeprecated");
    return database.read(
        sql -> {
          Secret secret = SecretTable.get(sql, input.required("SecretId"), clock.millis());
          Map<String, Object> answer = secret.named();
          answer.put(
              "Versions",
              VersionTable.all(sql, secret).stream()
                  .filter(version -> deprecated || !version.stages().isEmpty())
                  .map(SecretVersion::json)
                  .toList());
          return answer;
        });
  }

  /** Values of several secrets; one that can't be read is an error beside the others. */
  Object batch(RequestInput input, List<String> ids) {
    if (ids.isEmpty() || ids.size() > BATCH) {
      throw input.invalid("Ask for 1 to " + BATCH + " secrets at a time.");
    }
    List<Object> found = new ArrayList<>();
    List<Object> errors = new ArrayList<>();
    for (String id : ids) {
      try {
        found.add(value(id, Optional.empty(), Optional.empty()));
      } catch (AwsFault fault) {
        errors.add(Map.of("SecretId", id, "ErrorCode", fault.code(), "Message", fault.message()));
      }
    }
    return Map.of("SecretValues", found, "Errors", errors);
  }

  private Secret secret(SqlConnection sql, RequestInput input) throws SQLException {
    return SecretTable.get(sql, input.required("SecretId"), clock.millis()).notDeleted();
  }

  private static void checkStage(RequestInput input, String stage) {
    if (stage.isEmpty() || stage.length() > 256 || stage.indexOf('\n') >= 0) {
      throw input.invalid("A stage has 1 to 256 characters.");
    }
  }
}
