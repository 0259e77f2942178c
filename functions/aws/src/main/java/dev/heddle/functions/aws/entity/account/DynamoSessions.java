package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableWrite;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.UserSession;
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

  private final DocumentTable table;

  /** The sessions of this table. */
  public DynamoSessions(DocumentTable table) {
    this.table = table;
  }

  @Override
  public void open(UserSession session) {
    table.put(write(session));
  }

  @Override
  public Optional<UserSession> find(String id) {
    return table.get(TableKey.of(SESSION, id)).map(DynamoSessions::read);
  }

  @Override
  public boolean rotate(UserSession session, String nextHash, Instant at, Instant expiresAt) {
    var next =
        new TableWrite.Change(
            TableKey.of(SESSION, session.id()),
            "SET #tokenHash = :next, #expiresAt = :expires, #ttl = :ttl",
            // Of two tabs that refresh together one wins; the other finds the successor by
            // replacedAt. Without the condition the later would replace the token the earlier was
            // just given, and log it out.
            ItemCondition.of("#tokenHash = :used")
                .with("used", session.tokenHash())
                .with("next", nextHash)
                .with("expires", expiresAt)
                .with("ttl", expiresAt.getEpochSecond()));
    TableItem used =
        TableItem.at(replaced(session.id(), session.tokenHash()))
            .set("replacedAt", at)
            .expiresAt(session.endsAt());
    // Both or none: a token that was replaced without a trace would look like a forged one.
    return table.transact(List.of(next, new TableWrite.Put(used, ItemCondition.ALWAYS))).isEmpty();
  }

  @Override
  public Optional<Instant> replacedAt(String id, String tokenHash) {
    return table.get(replaced(id, tokenHash)).map(item -> item.instant("replacedAt"));
  }

  @Override
  public void end(String id) {
    table.delete(TableKey.of(SESSION, id), ItemCondition.ALWAYS);
  }

  private static TableKey replaced(String id, String tokenHash) {
    return new TableKey(SESSION + "#" + id, "REPLACED#" + tokenHash);
  }

  private static TableItem write(UserSession session) {
    return TableItem.at(TableKey.of(SESSION, session.id()))
        .set("id", session.id())
        .set("user", session.user())
        .set("tenant", session.tenant().id())
        .set("tokenHash", session.tokenHash())
        .set("createdAt", session.createdAt())
        .set("endsAt", session.endsAt())
        .set("expiresAt", session.expiresAt())
        .expiresAt(session.expiresAt());
  }

  private static UserSession read(TableItem item) {
    return new UserSession(
        item.text("id"),
        item.text("user"),
        new Tenant(item.text("tenant")),
        item.text("tokenHash"),
        item.instant("createdAt"),
        item.instant("endsAt"),
        item.instant("expiresAt"));
  }
}
