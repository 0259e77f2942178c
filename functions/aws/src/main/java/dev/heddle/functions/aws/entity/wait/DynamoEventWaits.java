package dev.heddle.functions.aws.entity.wait;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.Sha256Hex;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableQuery;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import java.util.List;

/** Runs that wait for events, in DynamoDB: those for the same event and key in one partition. */
public final class DynamoEventWaits implements EventWaits {
  private static final String WAIT = "WAIT";

  private final DocumentTable table;
  private final Tenant tenant;

  /** The waits of a tenant. */
  public DynamoEventWaits(DocumentTable table, Tenant tenant) {
    this.table = table;
    this.tenant = tenant;
  }

  @Override
  public void keep(EventWait wait) {
    table.put(
        TableItem.at(key(wait))
            .set("id", wait.id())
            .set("event", wait.event())
            .set("eventKey", wait.key())
            .set("run", wait.run())
            .set("expiresAt", wait.expiresAt())
            .set("token", wait.token())
            .expiresAt(wait.expiresAt()));
  }

  @Override
  public List<EventWait> of(String event, String key, int limit) {
    return table.query(TableQuery.of(partition(event, key)).atMost(limit)).items().stream()
        .map(DynamoEventWaits::read)
        .toList();
  }

  @Override
  public void drop(EventWait wait) {
    // Only this wait's own: a node that waits again by the same key has another token.
    table.delete(key(wait), ItemCondition.of("#token = :token").with("token", wait.token()));
  }

  private TableKey key(EventWait wait) {
    return new TableKey(partition(wait.event(), wait.key()), WAIT + "#" + wait.id());
  }

  private String partition(String event, String key) {
    return TableKey.partition(tenant, WAIT, Sha256Hex.of(event + "\n" + key));
  }

  private static EventWait read(TableItem item) {
    return new EventWait(
        item.text("id"),
        item.text("event"),
        item.text("eventKey"),
        item.text("run"),
        item.instant("expiresAt"),
        item.text("token"));
  }
}
