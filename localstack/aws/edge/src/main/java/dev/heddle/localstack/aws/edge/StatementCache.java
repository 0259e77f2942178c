package dev.heddle.localstack.aws.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The compiled statements of one connection; the one unused longest makes room. */
final class StatementCache {
  private static final int KEPT = 512;

  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

  PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
      makeRoom();
    }
    return known;
  }

  private void makeRoom() throws SQLException {
    if (statements.size() > KEPT) {
      var eldest = statements.values().iterator();
      PreparedStatement unused = eldest.next();
      eldest.remove();
      unused.close();
    }
  }
}
