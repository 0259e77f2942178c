package dev.heddle.localstack.aws.services.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of rules and their targets. */
final class RuleTable {
  static final String RULES =
      "CREATE TABLE IF NOT EXISTS rule (bus TEXT NOT NULL, name TEXT NOT NULL, pattern TEXT NOT"
          + " NULL, enabled INTEGER NOT NULL, description TEXT NOT NULL, PRIMARY KEY (bus, name))";
  static final String TARGETS =
      "CREATE TABLE IF NOT EXISTS target (bus TEXT NOT NULL, rule TEXT NOT NULL, id TEXT NOT NULL,"
          + " json TEXT NOT NULL, PRIMARY KEY (bus, rule, id))";
  private static final int RULES_MOST = 300;
  private static final int TARGETS_MOST = 5;

  private RuleTable() {}

  static EventRule get(SqlConnection sql, String bus, String name) throws SQLException {
    return find(sql, bus, name)
        .orElseThrow(
            () ->
                new AwsFault(
                    "ResourceNotFoundException",
                    "Rule " + name + " does not exist on EventBus " + bus + "."));
  }

  static List<EventRule> all(SqlConnection sql) throws SQLException {
    return sql.list(RuleTable::rule, "SELECT * FROM rule ORDER BY bus, name");
  }

  static List<EventRule> list(SqlConnection sql, String bus, String prefix, String after)
      throws SQLException {
    return sql.list(
        RuleTable::rule,
        "SELECT * FROM rule WHERE bus = ?1 AND substr(name, 1, length(?2)) = ?2 AND name > ?3"
            + " ORDER BY name",
        bus,
        prefix,
        after);
  }

  static void put(SqlConnection sql, EventRule rule) throws SQLException {
    if (find(sql, rule.bus(), rule.name()).isEmpty()
        && sql.number("SELECT count(*) FROM rule WHERE bus = ?", rule.bus()) >= RULES_MOST) {
      throw tooMany("A bus has at most " + RULES_MOST + " rules.");
    }
    sql.run(
        "INSERT OR REPLACE INTO rule VALUES (?, ?, ?, ?, ?)",
        rule.bus(),
        rule.name(),
        rule.text(),
        rule.enabled() ? 1 : 0,
        rule.description());
  }

  static void enable(SqlConnection sql, EventRule rule, boolean enabled) throws SQLException {
    sql.run(
        "UPDATE rule SET enabled = ? WHERE bus = ? AND name = ?",
        enabled ? 1 : 0,
        rule.bus(),
        rule.name());
  }

  static void delete(SqlConnection sql, String bus, String name) throws SQLException {
    if (sql.number("SELECT count(*) FROM target WHERE bus = ? AND rule = ?", bus, name) > 0) {
      throw new AwsFault("ValidationException", "Rule can't be deleted since it has targets.");
    }
    sql.run("DELETE FROM rule WHERE bus = ? AND name = ?", bus, name);
  }

  static void putTarget(SqlConnection sql, EventRule rule, String id, DeliveryTarget target)
      throws SQLException {
    sql.run(
        "INSERT OR REPLACE INTO target VALUES (?, ?, ?, ?)",
        rule.bus(),
        rule.name(),
        id,
        target.json().toString());
    if (targets(sql, rule).size() > TARGETS_MOST) {
      throw tooMany("A rule has at most " + TARGETS_MOST + " targets.");
    }
  }

  static int removeTarget(SqlConnection sql, EventRule rule, String id) throws SQLException {
    return sql.run(
        "DELETE FROM target WHERE bus = ? AND rule = ? AND id = ?", rule.bus(), rule.name(), id);
  }

  static List<DeliveryTarget> targets(SqlConnection sql, EventRule rule) throws SQLException {
    return sql.list(
        row ->
            DeliveryTarget.read(
                RequestInput.of(row.getString("json").getBytes(UTF_8), "ValidationException")),
        "SELECT json FROM target WHERE bus = ? AND rule = ? ORDER BY id",
        rule.bus(),
        rule.name());
  }

  private static Optional<EventRule> find(SqlConnection sql, String bus, String name)
      throws SQLException {
    return sql.one(RuleTable::rule, "SELECT * FROM rule WHERE bus = ? AND name = ?", bus, name);
  }

  private static EventRule rule(ResultSet row) throws SQLException {
    String pattern = row.getString("pattern");
    return new EventRule(
        row.getString("bus"),
        row.getString("name"),
        pattern,
        EventPatternParser.parse(pattern),
        row.getBoolean("enabled"),
        row.getString("description"));
  }

  private static AwsFault tooMany(String why) {
    return new AwsFault("LimitExceededException", why);
  }
}
