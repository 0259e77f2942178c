package dev.heddle.functions.aws.entity.live;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Query;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Write;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Connections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** WebSocket connections in DynamoDB; a followed topic is kept with both ends. */
public final class DynamoConnections implements Connections {
  private static final String CONNECTION = "CONNECTION";
  private static final String FOLLOWS = "FOLLOWS#";
  private static final int MOST_FOLLOWERS = 1_000;
  private static final long SOON = 60;

  private final Table table;

  /** The connections of this table. */
  public DynamoConnections(Table table) {
    this.table = table;
  }

  @Override
  public void open(Connection connection) {
    table.put(
        Item.at(Key.of(CONNECTION, connection.id()))
            .set("id", connection.id())
            .set("tenant", connection.tenant().id())
            .set("user", connection.user())
            .set("expiresAt", connection.expiresAt())
            .expiresAt(connection.expiresAt()));
  }

  @Override
  public Optional<Connection> find(String id) {
    return table.get(Key.of(CONNECTION, id)).map(DynamoConnections::read);
  }

  @Override
  public void follow(Connection connection, String topic) {
    Key own = own(connection.id(), topic);
    if (table.get(own).isEmpty() && topics(connection.id()).size() >= MOST_TOPICS) {
      throw new Fault(
          new Problem.TooMany("A connection follows at most " + MOST_TOPICS + " topics.", SOON));
    }
    Item topicItem =
        Item.at(follower(connection, topic))
            .set("id", connection.id())
            .expiresAt(connection.expiresAt());
    Item ownItem =
        Item.at(own)
            .set("topic", topic)
            .set("tenant", connection.tenant().id())
            .expiresAt(connection.expiresAt());
    table.transact(
        List.of(
            new Write.Put(topicItem, Expression.ALWAYS),
            new Write.Put(ownItem, Expression.ALWAYS)));
  }

  @Override
  public void leave(Connection connection, String topic) {
    table.delete(follower(connection, topic), Expression.ALWAYS);
    table.delete(own(connection.id(), topic), Expression.ALWAYS);
  }

  @Override
  public void close(String id) {
    find(id)
        .ifPresent(connection -> topics(id).forEach(item -> leave(connection, item.text("topic"))));
    table.delete(Key.of(CONNECTION, id), Expression.ALWAYS);
  }

  @Override
  public List<String> followers(Tenant tenant, String topic) {
    List<String> all = new ArrayList<>();
    Query query = Query.of(Key.partition(tenant, "TOPIC", topic)).atMost(MOST_FOLLOWERS);
    table.query(query).items().forEach(item -> all.add(item.text("id")));
    return all;
  }

  private List<Item> topics(String id) {
    return table.all(CONNECTION + "#" + id, FOLLOWS);
  }

  private static Key own(String id, String topic) {
    return new Key(CONNECTION + "#" + id, FOLLOWS + topic);
  }

  private static Key follower(Connection connection, String topic) {
    return new Key(
        Key.partition(connection.tenant(), "TOPIC", topic), CONNECTION + "#" + connection.id());
  }

  private static Connection read(Item item) {
    return new Connection(
        item.text("id"),
        new Tenant(item.text("tenant")),
        item.text("user"),
        item.instant("expiresAt"));
  }
}
