package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.Digests;
import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.spec.account.Attempts;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.time.Instant;

/** Counters of attempts in DynamoDB, one item for each limit, subject and window of time. */
public final class DynamoAttempts implements Attempts {
  private static final String ATTEMPT = "ATTEMPT";

  private final Table table;

  /** The counters of this table. */
  public DynamoAttempts(Table table) {
    this.table = table;
  }

  // Counted before anything is tried, so that simultaneous attempts count as well.
  @Override
  public void spend(Limit limit, String who) {
    Instant now = table.now();
    long end = (window(limit, now) + 1) * limit.window().toSeconds();
    var condition =
        Expression.of("attribute_not_exists(#count) OR #count < :most")
            .with("most", limit.most())
            .with("one", 1)
            .with("end", end);
    if (table
        .change(key(limit, who, now), "ADD #count :one SET #ttl = :end", condition)
        .isEmpty()) {
      throw new Fault(
          new Problem.TooMany(
              "Too many attempts. Wait, then try again.", end - now.getEpochSecond()));
    }
  }

  @Override
  public void forgive(Limit limit, String who) {
    table.delete(key(limit, who, table.now()), Expression.ALWAYS);
  }

  private static Key key(Limit limit, String who, Instant now) {
    String subject = ATTEMPT + "#" + limit.name() + "#" + Digests.of(who);
    return new Key(subject, ATTEMPT + "#" + window(limit, now));
  }

  private static long window(Limit limit, Instant now) {
    return now.getEpochSecond() / limit.window().toSeconds();
  }
}
