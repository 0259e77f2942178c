package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableWrite;
import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People in DynamoDB; an item per e-mail address keeps addresses unique. */
public final class DynamoUsers implements Users {
  private static final String NOBODY = "nobody";
  private static final int EMAIL = 0;

  private final DocumentTable table;

  /** The people of this table. */
  public DynamoUsers(DocumentTable table) {
    this.table = table;
  }

  @Override
  public Optional<User> find(String id) {
    return table.get(key(id)).map(DynamoUsers::read);
  }

  // Without one, a second read is made all the same, so that time does not tell.
  @Override
  public Optional<User> byEmail(String email) {
    String id = table.get(emailKey(email)).map(item -> item.text("user")).orElse(NOBODY);
    return find(id);
  }

  @Override
  public RegistrationResult register(User user, Workspace workspace) {
    Membership owner =
        new Membership(user.id(), workspace.tenant(), Role.OWNER, workspace.createdAt());
    TableItem email = TableItem.at(emailKey(user.email())).set("user", user.id());
    TableItem slug =
        TableItem.at(TableKey.of("SLUG", workspace.slug())).set("tenant", workspace.tenant().id());
    List<TableWrite> writes =
        List.of(
            absent(email),
            absent(slug),
            absent(write(user)),
            absent(DynamoTenants.write(workspace)),
            absent(DynamoTenants.ofUser(owner)),
            absent(DynamoTenants.ofTenant(owner)));
    return table
        .transact(writes)
        .map(
            failed ->
                failed == EMAIL ? RegistrationResult.EMAIL_TAKEN : RegistrationResult.SLUG_TAKEN)
        .orElse(RegistrationResult.DONE);
  }

  private static TableWrite absent(TableItem item) {
    return new TableWrite.Put(item, ItemCondition.ABSENT);
  }

  private static TableKey key(String id) {
    return TableKey.of("USER", id);
  }

  private static TableKey emailKey(String email) {
    return TableKey.of("EMAIL", email.strip().toLowerCase(Locale.ROOT));
  }

  private static TableItem write(User user) {
    return TableItem.at(key(user.id()))
        .set("id", user.id())
        .set("email", user.email())
        .set("name", user.name())
        .set("passwordHash", user.passwordHash())
        .set("createdAt", user.createdAt());
  }

  private static User read(TableItem item) {
    return new User(
        item.text("id"),
        item.text("email"),
        item.text("name"),
        item.text("passwordHash"),
        item.instant("createdAt"));
  }
}
