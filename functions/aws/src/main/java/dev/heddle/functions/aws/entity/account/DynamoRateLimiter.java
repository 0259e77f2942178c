package dev.heddle.functions.aws.entity.account;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.Sha256Hex;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.spec.account.RateLimiter;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.time.Instant;

/** Counters of attempts in DynamoDB, one item for each limit, subject and window of time. */
public final class DynamoRateLimiter implements RateLimiter {
  private static final String ATTEMPT = "ATTEMPT";

  private final DocumentTable table;

  /** The counters of this table. */
  public DynamoRateLimiter(DocumentTable table) {
    this.table = table;
  }

  // Counted before anything is tried, so that simultaneous attempts count as well.
  @Override
  public void acquire(Limit limit, String who) {
    Instant now = table.now();
    // A window that is fixed in time needs one item and one write; at its border twice the number
    // may pass, which these limits allow for.
    long end = (window(limit, now) + 1) * limit.window().toSeconds();
    var condition =
        ItemCondition.of("attribute_not_exists(#count) OR #count < :most")
            .with("most", limit.most())
            .with("one", 1)
            .with("end", end);
    if (table
        // Condition and count in one write: read first, a hundred attempts at once would all see
        // the same number and all be let through.
        .change(key(limit, who, now), "ADD #count :one SET #ttl = :end", condition)
        .isEmpty()) {
      throw new Fault(
          new Problem.TooMany(
              "Too many attempts. Wait a moment, then try again.", end - now.getEpochSecond()));
    }
  }

  @Override
  public void reset(Limit limit, String who) {
    table.delete(key(limit, who, table.now()), ItemCondition.ALWAYS);
  }

  private static TableKey key(Limit limit, String who, Instant now) {
    String subject = ATTEMPT + "#" + limit.name() + "#" + Sha256Hex.of(who);
    return new TableKey(subject, ATTEMPT + "#" + window(limit, now));
  }

  private static long window(Limit limit, Instant now) {
    return now.getEpochSecond() / limit.window().toSeconds();
  }
}
