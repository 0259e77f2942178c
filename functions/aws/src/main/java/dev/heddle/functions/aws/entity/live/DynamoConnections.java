package dev.heddle.functions.aws.entity.live;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableQuery;
import dev.heddle.functions.aws.table.TableWrite;
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

  private final DocumentTable table;

  /** The connections of this table. */
  public DynamoConnections(DocumentTable table) {
    this.table = table;
  }

  @Override
  public void open(Connection connection) {
    table.put(
        TableItem.at(TableKey.of(CONNECTION, connection.id()))
            .set("id", connection.id())
            .set("tenant", connection.tenant().id())
            .set("user", connection.user())
            .set("expiresAt", connection.expiresAt())
            .expiresAt(connection.expiresAt()));
  }

  @Override
  public Optional<Connection> find(String id) {
    return table.get(TableKey.of(CONNECTION, id)).map(DynamoConnections::read);
  }

  @Override
  public void follow(Connection connection, String topic) {
    TableKey own = own(connection.id(), topic);
    if (table.get(own).isEmpty() && topics(connection.id()).size() >= MOST_TOPICS) {
      throw new Fault(
          new Problem.TooMany("A connection can follow at most " + MOST_TOPICS + " topics.", SOON));
    }
    TableItem topicItem =
        TableItem.at(follower(connection, topic))
            .set("id", connection.id())
            .expiresAt(connection.expiresAt());
    TableItem ownItem =
        TableItem.at(own)
            .set("topic", topic)
            .set("tenant", connection.tenant().id())
            .expiresAt(connection.expiresAt());
    table.transact(
        List.of(
            new TableWrite.Put(topicItem, ItemCondition.ALWAYS),
            new TableWrite.Put(ownItem, ItemCondition.ALWAYS)));
  }

  @Override
  public void leave(Connection connection, String topic) {
    table.delete(follower(connection, topic), ItemCondition.ALWAYS);
    table.delete(own(connection.id(), topic), ItemCondition.ALWAYS);
  }

  @Override
  public void close(String id) {
    find(id)
        .ifPresent(connection -> topics(id).forEach(item -> leave(connection, item.text("topic"))));
    table.delete(TableKey.of(CONNECTION, id), ItemCondition.ALWAYS);
  }

  @Override
  public List<String> followers(Tenant tenant, String topic) {
    List<String> all = new ArrayList<>();
    TableQuery query =
        TableQuery.of(TableKey.partition(tenant, "TOPIC", topic)).atMost(MOST_FOLLOWERS);
    table.query(query).items().forEach(item -> all.add(item.text("id")));
    return all;
  }

  private List<TableItem> topics(String id) {
    return table.all(CONNECTION + "#" + id, FOLLOWS);
  }

  private static TableKey own(String id, String topic) {
    return new TableKey(CONNECTION + "#" + id, FOLLOWS + topic);
  }

  private static TableKey follower(Connection connection, String topic) {
    return new TableKey(
        TableKey.partition(connection.tenant(), "TOPIC", topic),
        CONNECTION + "#" + connection.id());
  }

  private static Connection read(TableItem item) {
    return new Connection(
        item.text("id"),
        new Tenant(item.text("tenant")),
        item.text("user"),
        item.instant("expiresAt"));
  }
}
