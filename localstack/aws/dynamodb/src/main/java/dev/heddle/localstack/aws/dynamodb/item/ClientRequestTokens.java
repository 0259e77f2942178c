package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbDatabase;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** Remembers for ten minutes which transactions were carried out under which token. */
final class ClientRequestTokens {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final DynamoDbStore store;

  /** The tokens in the store. */
  ClientRequestTokens(DynamoDbStore store) {
    this.store = store;
  }

  /** What makes two requests the same: all of them but what is reported. */
  static byte[] digest(InputStructure input) {
    ObjectNode request = (ObjectNode) input.node().deepCopy();
    request.remove("ReturnConsumedCapacity");
    request.remove("ReturnItemCollectionMetrics");
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(JsonProtocol.JSON.writeValueAsBytes(request));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  /**
   * Whether the token was used for this same request already; if not, it is from now on. Part of
   * the write that carries out the request, so both are kept or neither.
   */
  boolean isRepeated(Connection connection, String token, byte[] digest) throws SQLException {
    DynamoDbDatabase database = store.database();
    forget(connection);
    try (var row =
        database.query(connection, "SELECT request FROM tokens WHERE token = ?", token)) {
      if (row.next()) {
        if (!Arrays.equals(row.getBytes(1), digest)) {
          throw new AwsFault(
              "IdempotentParameterMismatchException",
              "The request uses the same client token as a previous, but non-identical request");
        }
        return true;
      }
    }
    String insert = "INSERT INTO tokens(token, request, at) VALUES(?, ?, ?)";
    database.run(connection, insert, token, digest, store.clock().millis());
    return false;
  }

  private void forget(Connection connection) throws SQLException {
    long oldest = store.clock().instant().minus(REMEMBERED).toEpochMilli();
    store.database().run(connection, "DELETE FROM tokens WHERE at <= ?", oldest);
  }
}
