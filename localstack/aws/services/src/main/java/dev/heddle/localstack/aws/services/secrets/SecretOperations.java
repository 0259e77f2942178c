package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Creates, describes, changes, deletes and restores secrets. */
final class SecretOperations {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");
  private static final int TAGS = 50;
  private static final int DESCRIPTION = 2_048;

  private final ServiceDatabase database;
  private final SecretVersions values;
  private final AwsAccount account;
  private final InstantSource clock;

  SecretOperations(
      ServiceDatabase database, SecretVersions values, AwsAccount account, InstantSource clock) {
    this.database = database;
    this.values = values;
    this.account = account;
    this.clock = clock;
  }

  Object create(RequestInput input) {
    String name = input.required("Name");
    if (!NAME.matcher(name).matches()) {
      throw input.invalid(
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@!");
    }
    Secret draft = draft(name, input);
    String token = SecretVersions.token(input);
    Optional<SecretValue> value = SecretValue.read(input);
    return database.write(
        sql -> {
          SecretTable.deleteDue(sql, clock.millis());
          Optional<Secret> known = SecretTable.find(sql, name, clock.millis());
          return known.isPresent()
              ? again(sql, known.get(), token, value)
              : created(sql, draft, token, value);
        });
  }

  private Object created(SqlConnection sql, Secret draft, String token, Optional<SecretValue> value)
      throws SQLException {
    SecretTable.insert(sql, draft);
    Secret secret = SecretTable.get(sql, draft.name(), clock.millis());
    Map<String, Object> answer = secret.named();
    if (value.isPresent()) {
      List<String> current = List.of(VersionTable.CURRENT);
      values.add(sql, secret, token, value.get(), current, clock.millis());
      answer.put("VersionId", token);
    }
    return answer;
  }

  /** The same creation again is answered as before; any other is refused. */
  private Object again(SqlConnection sql, Secret known, String token, Optional<SecretValue> value)
      throws SQLException {
    if (known.deleted() != 0) {
      throw new AwsFault(
          "InvalidRequestException",
          "You can't create this secret because a secret with this name is already scheduled for"
              + " deletion.");
    }
    Optional<SecretVersion> version = VersionTable.byId(sql, known, token);
    if (version.isEmpty() || value.isEmpty() || !values.holds(known, version.get(), value.get())) {
      throw new AwsFault(
          "ResourceExistsException",
          "The operation failed because the secret " + known.name() + " already exists.");
    }
    Map<String, Object> answer = known.named();
    answer.put("VersionId", token);
    return answer;
  }

  Object describe(RequestInput input) {
    return database.read(
        sql -> {
          Secret secret = secret(sql, input);
          Map<String, Object> answer = secret.described();
          Map<String, List<String>> stages = new LinkedHashMap<>();
          for (SecretVersion version : VersionTable.all(sql, secret)) {
            if (!version.stages().isEmpty()) {
              stages.put(version.id(), version.stages());
            }
          }
          answer.put("VersionIdsToStages", stages);
          return answer;
        });
  }

  Object update(RequestInput input) {
    String token = SecretVersions.token(input);
    Optional<SecretValue> value = SecretValue.read(input);
    return database.write(
        sql -> {
          Secret secret = secret(sql, input).notDeleted();
          SecretTable.describe(
              sql,
              secret,
              description(input).orElse(secret.description()),
              input.text("KmsKeyId").orElse(secret.kmsKey()),
              clock.millis());
          Map<String, Object> answer = secret.named();
          if (value.isPresent()) {
            List<String> current = List.of(VersionTable.CURRENT);
            values.add(sql, secret, token, value.get(), current, clock.millis());
            answer.put("VersionId", token);
          }
          return answer;
        });
  }

  Object delete(RequestInput input) {
    boolean force = input.flag("ForceDeleteWithoutRecovery");
    Optional<Integer> days = input.integer("RecoveryWindowInDays", 7, 30);
    if (force && days.isPresent()) {
      throw input.invalid(
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    String id = input.required("SecretId");
    long now = clock.millis();
    return database.write(
        sql -> {
          SecretTable.deleteDue(sql, now);
          return force ? deleteNow(sql, id, now) : deleteLater(sql, id, days.orElse(30), now);
        });
  }

  private static Object deleteNow(SqlConnection sql, String id, long now) throws SQLException {
    Optional<Secret> secret = SecretTable.find(sql, id, now);
    if (secret.isEmpty()) { // deleting by force what isn't there is no fault
      return Map.of("Name", id, "DeletionDate", Secret.seconds(now));
    }
    SecretTable.delete(sql, secret.get().id());
    return deletion(secret.get(), now);
  }

  private static Object deleteLater(SqlConnection sql, String id, int days, long now)
      throws SQLException {
    Secret secret = SecretTable.get(sql, id, now).notDeleted();
    long due = now + Duration.ofDays(days).toMillis();
    SecretTable.markDeleted(sql, secret, now, due);
    return deletion(secret, due);
  }

  private static Object deletion(Secret secret, long due) {
    Map<String, Object> answer = secret.named();
    answer.put("DeletionDate", Secret.seconds(due));
    return answer;
  }

  Object restore(RequestInput input) {
    return database.write(
        sql -> {
          Secret secret = secret(sql, input);
          SecretTable.restore(sql, secret);
          return secret.named();
        });
  }

  Object tag(RequestInput input) {
    return retag(input, input.list("Tags"), List.of());
  }

  Object untag(RequestInput input) {
    return retag(input, List.of(), input.textList("TagKeys"));
  }

  private Object retag(RequestInput input, List<RequestInput> added, List<String> removed) {
    return database.write(
        sql -> {
          Secret secret = secret(sql, input).notDeleted();
          Map<String, String> tags = new LinkedHashMap<>(secret.tags());
          tags.putAll(tags(input, added));
          removed.forEach(tags::remove);
          SecretTable.tag(sql, secret, checked(input, tags), clock.millis());
          return Map.of();
        });
  }

  private Secret secret(SqlConnection sql, RequestInput input) throws SQLException {
    return SecretTable.get(sql, input.required("SecretId"), clock.millis());
  }

  private Secret draft(String name, RequestInput input) {
    long now = clock.millis();
    String suffix = UUID.randomUUID().toString().substring(0, 6);
    String arn = account.arn("secretsmanager", "secret:" + name + "-" + suffix);
    return Secret.created(name, arn, now)
        .described(
            description(input).orElse(""),
            input.text("KmsKeyId").orElse(""),
            checked(input, tags(input, input.list("Tags"))));
  }

  private static Optional<String> description(RequestInput input) {
    return input
        .text("Description")
        .map(
            text -> {
              if (text.length() > DESCRIPTION) {
                throw input.invalid("A description has at most " + DESCRIPTION + " characters.");
              }
              return text;
            });
  }

  private static Map<String, String> tags(RequestInput input, List<RequestInput> list) {
    Map<String, String> tags = new LinkedHashMap<>();
    list.forEach(tag -> tags.put(tag.required("Key"), tag.text("Value").orElse("")));
    return checked(input, tags);
  }

  private static Map<String, String> checked(RequestInput input, Map<String, String> tags) {
    if (tags.size() > TAGS) {
      throw input.invalid("A secret has at most " + TAGS + " tags.");
    }
    return tags;
  }
}
