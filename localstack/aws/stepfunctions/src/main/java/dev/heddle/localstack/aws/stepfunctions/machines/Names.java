package dev.heddle.localstack.aws.stepfunctions.machines;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.regex.Pattern;

/** The rule for names of machines, executions and aliases. */
public final class Names {
  private static final Pattern ALLOWED =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  private Names() {}

  /** The name itself; throws {@code InvalidName} when the service would not take it. */
  public static String checked(String name) {
    if (!ALLOWED.matcher(name).matches()) {
      throw new AwsFault("InvalidName", "Invalid Name: '" + name + "'");
    }
    return name;
  }
}
