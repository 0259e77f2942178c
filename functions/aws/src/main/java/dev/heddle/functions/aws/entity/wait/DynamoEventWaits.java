package dev.heddle.functions.aws.entity.wait;

import dev.heddle.functions.aws.table.Digests;
import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Query;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import java.util.List;

/** Runs that wait for events, in DynamoDB: those for the same event and key in one partition. */
public final class DynamoEventWaits implements EventWaits {
  private static final String WAIT = "WAIT";

  private final Table table;
  private final Tenant tenant;

  /** The waits of a tenant. */
  public DynamoEventWaits(Table table, Tenant tenant) {
    this.table = table;
    this.tenant = tenant;
  }

  @Override
  public void keep(EventWait wait) {
    table.put(
        Item.at(key(wait))
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
    return table.query(Query.of(partition(event, key)).atMost(limit)).items().stream()
        .map(DynamoEventWaits::read)
        .toList();
  }

  @Override
  public void drop(EventWait wait) {
    table.delete(key(wait), Expression.of("#token = :token").with("token", wait.token()));
  }

  private Key key(EventWait wait) {
    return new Key(partition(wait.event(), wait.key()), WAIT + "#" + wait.id());
  }

  private String partition(String event, String key) {
    return Key.partition(tenant, WAIT, Digests.of(event + "\n" + key));
  }

  private static EventWait read(Item item) {
    return new EventWait(
        item.text("id"),
        item.text("event"),
        item.text("eventKey"),
        item.text("run"),
        item.instant("expiresAt"),
        item.text("token"));
  }
}
