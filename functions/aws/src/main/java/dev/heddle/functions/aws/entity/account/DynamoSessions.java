package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Write;
import dev.heddle.functions.spec.account.Session;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions in DynamoDB. Each token that was replaced leaves an item of its own, so that its use is
 * recognised for as long as the session could have lasted.
 */
public final class DynamoSessions implements Sessions {
  private static final String SESSION = "SESSION";

  private final Table table;

  /** The sessions of this table. */
  public DynamoSessions(Table table) {
    this.table = table;
  }

  @Override
  public void open(Session session) {
    table.put(write(session));
  }

  @Override
  public Optional<Session> find(String id) {
    return table.get(Key.of(SESSION, id)).map(DynamoSessions::read);
  }

  @Override
  public boolean rotate(Session session, String nextHash, Instant at, Instant expiresAt) {
    var next =
        new Write.Change(
            Key.of(SESSION, session.id()),
            "SET #tokenHash = :next, #expiresAt = :expires, #ttl = :ttl",
            Expression.of("#tokenHash = :used")
                .with("used", session.tokenHash())
                .with("next", nextHash)
                .with("expires", expiresAt)
                .with("ttl", expiresAt.getEpochSecond()));
    Item used =
        Item.at(replaced(session.id(), session.tokenHash()))
            .set("replacedAt", at)
            .expiresAt(session.endsAt());
    return table.transact(List.of(next, new Write.Put(used, Expression.ALWAYS))).isEmpty();
  }

  @Override
  public Optional<Instant> replacedAt(String id, String tokenHash) {
    return table.get(replaced(id, tokenHash)).map(item -> item.instant("replacedAt"));
  }

  @Override
  public void end(String id) {
    table.delete(Key.of(SESSION, id), Expression.ALWAYS);
  }

  private static Key replaced(String id, String tokenHash) {
    return new Key(SESSION + "#" + id, "REPLACED#" + tokenHash);
  }

  private static Item write(Session session) {
    return Item.at(Key.of(SESSION, session.id()))
        .set("id", session.id())
        .set("user", session.user())
        .set("tenant", session.tenant().id())
        .set("tokenHash", session.tokenHash())
        .set("createdAt", session.createdAt())
        .set("endsAt", session.endsAt())
        .set("expiresAt", session.expiresAt())
        .expiresAt(session.expiresAt());
  }

  private static Session read(Item item) {
    return new Session(
        item.text("id"),
        item.text("user"),
        new Tenant(item.text("tenant")),
        item.text("tokenHash"),
        item.instant("createdAt"),
        item.instant("endsAt"),
        item.instant("expiresAt"));
  }
}
