package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** The SQL of schedule groups; the group {@code default} is always there. */
final class GroupTable {
  static final String DEFAULT = "default";
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS schedule_group (name TEXT PRIMARY KEY, created INTEGER NOT NULL,"
          + " modified INTEGER NOT NULL, tags TEXT NOT NULL)";
  private static final int MOST = 500;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private GroupTable() {}

  /** A group of schedules. */
  record Group(String name, Instant created, Instant modified, Map<String, String> tags) {
    static Group of(ResultSet row) throws SQLException {
      return new Group(
          row.getString("name"),
          Instant.ofEpochMilli(row.getLong("created")),
          Instant.ofEpochMilli(row.getLong("modified")),
          JsonProtocol.JSON.readValue(row.getString("tags"), TEXTS));
    }
  }

  static void ensureDefault(SqlConnection sql, long now) throws SQLException {
    sql.run("INSERT OR IGNORE INTO schedule_group VALUES (?, ?, ?, '{}')", DEFAULT, now, now);
  }

  static Group get(SqlConnection sql, String name) throws SQLException {
    return find(sql, name).orElseThrow(() -> ScheduleOperations.missingGroup(name));
  }

  static void create(SqlConnection sql, String name, Map<String, String> tags, long now)
      throws SQLException {
    if (find(sql, name).isPresent()) {
      throw new AwsFault(409, "ConflictException", "Schedule group " + name + " already exists.");
    }
    if (sql.number("SELECT count(*) FROM schedule_group") >= MOST) {
      throw new AwsFault(
          402, "ServiceQuotaExceededException", "There are " + MOST + " groups already.");
    }
    sql.run("INSERT INTO schedule_group VALUES (?, ?, ?, ?)", name, now, now, json(tags));
  }

  /** Deletes the group with its schedules. */
  static void delete(SqlConnection sql, String name) throws SQLException {
    get(sql, name);
    sql.run("DELETE FROM schedule WHERE group_name = ?", name);
    sql.run("DELETE FROM schedule_group WHERE name = ?", name);
  }

  static void tag(SqlConnection sql, String name, Map<String, String> tags, long now)
      throws SQLException {
    sql.run(
        "UPDATE schedule_group SET tags = ?, modified = ? WHERE name = ?", json(tags), now, name);
  }

  static List<Group> list(SqlConnection sql, String prefix, String after) throws SQLException {
    return sql.list(
        Group::of,
        "SELECT * FROM schedule_group WHERE substr(name, 1, length(?1)) = ?1 AND name > ?2"
            + " ORDER BY name",
        prefix,
        after);
  }

  private static Optional<Group> find(SqlConnection sql, String name) throws SQLException {
    return sql.one(Group::of, "SELECT * FROM schedule_group WHERE name = ?", name);
  }

  private static String json(Map<String, String> tags) {
    return JsonProtocol.JSON.writeValueAsString(tags);
  }
}
