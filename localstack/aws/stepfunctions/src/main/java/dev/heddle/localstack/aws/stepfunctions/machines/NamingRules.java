package dev.heddle.localstack.aws.stepfunctions.machines;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The rule for names of machines, executions and aliases. */
public final class NamingRules {
  private static final Pattern ALLOWED =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  private NamingRules() {}

  /** The name itself; throws {@code InvalidName} when the service would not take it. */
  public static String checked(String name) {
    if (!ALLOWED.matcher(name).matches()) {
      throw new AwsFault("InvalidName", "Invalid Name: '" + name + "'");
    }
    return name;
  }

  /**
   * A name for an execution that was given none: a UUID of version 7. Names that grow with time are
   * neighbours in the store's index, which then changes in one place instead of everywhere.
   */
  static String unique(long millis) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
    long low = 1L << 63 | random.nextLong() >>> 2;
    return new UUID(high, low).toString();
  }
}
