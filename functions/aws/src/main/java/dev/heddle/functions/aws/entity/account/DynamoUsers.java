package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Write;
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

  private final Table table;

  /** The people of this table. */
  public DynamoUsers(Table table) {
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
  public Registered register(User user, Workspace workspace) {
    Membership owner =
        new Membership(user.id(), workspace.tenant(), Role.OWNER, workspace.createdAt());
    Item email = Item.at(emailKey(user.email())).set("user", user.id());
    Item slug = Item.at(Key.of("SLUG", workspace.slug())).set("tenant", workspace.tenant().id());
    List<Write> writes =
        List.of(
            absent(email),
            absent(slug),
            absent(write(user)),
            absent(DynamoTenants.write(workspace)),
            absent(DynamoTenants.ofUser(owner)),
            absent(DynamoTenants.ofTenant(owner)));
    return table
        .transact(writes)
        .map(failed -> failed == EMAIL ? Registered.EMAIL_TAKEN : Registered.SLUG_TAKEN)
        .orElse(Registered.DONE);
  }

  private static Write absent(Item item) {
    return new Write.Put(item, Expression.ABSENT);
  }

  private static Key key(String id) {
    return Key.of("USER", id);
  }

  private static Key emailKey(String email) {
    return Key.of("EMAIL", email.strip().toLowerCase(Locale.ROOT));
  }

  private static Item write(User user) {
    return Item.at(key(user.id()))
        .set("id", user.id())
        .set("email", user.email())
        .set("name", user.name())
        .set("passwordHash", user.passwordHash())
        .set("createdAt", user.createdAt());
  }

  private static User read(Item item) {
    return new User(
        item.text("id"),
        item.text("email"),
        item.text("name"),
        item.text("passwordHash"),
        item.instant("createdAt"));
  }
}
