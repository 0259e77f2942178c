package dev.heddle.localstack.aws.stepfunctions.store;

/** The tables of the SQLite file. */
final class SqliteSchema {
  static final String[] STATEMENTS = {
    "CREATE TABLE IF NOT EXISTS documents (kind TEXT, key TEXT, body TEXT NOT NULL,"
        + " PRIMARY KEY (kind, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS executions (id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE,"
        + " machine TEXT NOT NULL, status TEXT NOT NULL, express INTEGER NOT NULL,"
        + " maprun TEXT, stopped INTEGER, fixed BLOB NOT NULL, progress BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS executions_machine ON executions (machine, id)",
    "CREATE INDEX IF NOT EXISTS executions_maprun ON executions (maprun, id)"
        + " WHERE maprun IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS executions_running ON executions (id) WHERE status = 'RUNNING'",
    "CREATE INDEX IF NOT EXISTS executions_stopped ON executions (express, stopped)",
    "CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " execution INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
        + " body BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS events_execution ON events (execution, first)",
    "CREATE TABLE IF NOT EXISTS scopes (execution INTEGER, id INTEGER, due INTEGER,"
        + " live INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (execution, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS items (execution INTEGER, scope INTEGER, body BLOB NOT NULL,"
        + " PRIMARY KEY (execution, scope)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS results (execution INTEGER, scope INTEGER, item INTEGER,"
        + " body BLOB NOT NULL, PRIMARY KEY (execution, scope, item)) WITHOUT ROWID",
  };

  private SqliteSchema() {}
}
