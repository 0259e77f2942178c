package dev.heddle.functions.spec.workflow;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import java.util.regex.Pattern;

/**
 * A name that leads to one workflow of its tenant, such as the path of a webhook: to one published
 * workflow, and to the draft that asked for it last.
 *
 * @param name the path of a webhook as it is, so that what was stored before there were other kinds
 *     stays valid; a name of any other kind begins with the kind and a colon
 * @param label the name in a sentence, such as {@code the webhook path orders/new}
 */
public record AddressClaim(String name, String label) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~/:-]{1,200}");

  /** Refuses a name that no key of a table should hold. */
  public AddressClaim {
    if (!isName(name)) {
      throw new IllegalArgumentException("Not a name to claim: " + name);
    }
  }

  /** Whether a text, which may come from anyone, can be a claim's name at all. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The refusal of a claim that a published workflow of this name holds. */
  public Fault takenBy(String workflowName) {
    String subject = Character.toUpperCase(label.charAt(0)) + label.substring(1);
    return new Fault(
        new Problem.Conflict(
            subject + " is already used by “" + workflowName + "”. Choose another one."));
  }
}
