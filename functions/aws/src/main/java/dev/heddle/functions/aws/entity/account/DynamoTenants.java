package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Query;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Workspaces in DynamoDB; a membership is kept twice, with the person and with the workspace. */
public final class DynamoTenants implements Tenants {
  private static final String TENANT = "TENANT";
  private static final String MEMBER = "MEMBER#";
  private static final int MOST = 100;

  private final Table table;

  /** The workspaces of this table. */
  public DynamoTenants(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Workspace> find(Tenant tenant) {
    return table.get(key(tenant)).map(item -> read(tenant, item));
  }

  @Override
  public Optional<Tenant> bySlug(String slug) {
    return table.get(Key.of("SLUG", slug)).map(item -> new Tenant(item.text("tenant")));
  }

  @Override
  public List<Membership> memberships(String user) {
    Query query = Query.of("USER#" + user).beginning(MEMBER).atMost(MOST);
    return table.query(query).items().stream()
        .map(DynamoTenants::membership)
        .sorted(Comparator.comparing(Membership::joinedAt))
        .toList();
  }

  @Override
  public Optional<Membership> membership(Tenant tenant, String user) {
    return table
        .get(new Key(Key.partition(tenant, TENANT), MEMBER + user))
        .map(DynamoTenants::membership);
  }

  static Item write(Workspace workspace) {
    return Item.at(key(workspace.tenant()))
        .set("slug", workspace.slug())
        .set("name", workspace.name())
        .set("createdAt", workspace.createdAt());
  }

  static Item ofUser(Membership membership) {
    return with(
        membership, new Key("USER#" + membership.user(), MEMBER + membership.tenant().id()));
  }

  static Item ofTenant(Membership membership) {
    String partition = Key.partition(membership.tenant(), TENANT);
    return with(membership, new Key(partition, MEMBER + membership.user()));
  }

  private static Item with(Membership membership, Key key) {
    return Item.at(key)
        .set("user", membership.user())
        .set("tenant", membership.tenant().id())
        .set("role", membership.role())
        .set("joinedAt", membership.joinedAt());
  }

  private static Key key(Tenant tenant) {
    return new Key(Key.partition(tenant, TENANT), TENANT);
  }

  private static Workspace read(Tenant tenant, Item item) {
    return new Workspace(tenant, item.text("slug"), item.text("name"), item.instant("createdAt"));
  }

  private static Membership membership(Item item) {
    return new Membership(
        item.text("user"),
        new Tenant(item.text("tenant")),
        Role.valueOf(item.text("role")),
        item.instant("joinedAt"));
  }
}
