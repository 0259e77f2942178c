package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableQuery;
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

  private final DocumentTable table;

  /** The workspaces of this table. */
  public DynamoTenants(DocumentTable table) {
    this.table = table;
  }

  @Override
  public Optional<Workspace> find(Tenant tenant) {
    return table.get(key(tenant)).map(item -> read(tenant, item));
  }

  @Override
  public Optional<Tenant> bySlug(String slug) {
    return table.get(TableKey.of("SLUG", slug)).map(item -> new Tenant(item.text("tenant")));
  }

  @Override
  public List<Membership> memberships(String user) {
    TableQuery query = TableQuery.of("USER#" + user).beginning(MEMBER).atMost(MOST);
    return table.query(query).items().stream()
        .map(DynamoTenants::membership)
        .sorted(Comparator.comparing(Membership::joinedAt))
        .toList();
  }

  @Override
  public Optional<Membership> membership(Tenant tenant, String user) {
    return table
        .get(new TableKey(TableKey.partition(tenant, TENANT), MEMBER + user))
        .map(DynamoTenants::membership);
  }

  static TableItem write(Workspace workspace) {
    return TableItem.at(key(workspace.tenant()))
        .set("slug", workspace.slug())
        .set("name", workspace.name())
        .set("createdAt", workspace.createdAt());
  }

  static TableItem ofUser(Membership membership) {
    return with(
        membership, new TableKey("USER#" + membership.user(), MEMBER + membership.tenant().id()));
  }

  static TableItem ofTenant(Membership membership) {
    String partition = TableKey.partition(membership.tenant(), TENANT);
    return with(membership, new TableKey(partition, MEMBER + membership.user()));
  }

  private static TableItem with(Membership membership, TableKey key) {
    return TableItem.at(key)
        .set("user", membership.user())
        .set("tenant", membership.tenant().id())
        .set("role", membership.role())
        .set("joinedAt", membership.joinedAt());
  }

  private static TableKey key(Tenant tenant) {
    return new TableKey(TableKey.partition(tenant, TENANT), TENANT);
  }

  private static Workspace read(Tenant tenant, TableItem item) {
    return new Workspace(tenant, item.text("slug"), item.text("name"), item.instant("createdAt"));
  }

  private static Membership membership(TableItem item) {
    return new Membership(
        item.text("user"),
        new Tenant(item.text("tenant")),
        Role.valueOf(item.text("role")),
        item.instant("joinedAt"));
  }
}
