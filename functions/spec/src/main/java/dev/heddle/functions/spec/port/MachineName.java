package dev.heddle.functions.spec.port;

import dev.heddle.statemachines.language.CompiledMachine.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a workflow's state machine, at most 80 characters. A machine's kind can't change, and
 * drafts stay apart from what is published, so a workflow has up to four.
 */
public record MachineName(String prefix, String tenant, String workflow, boolean draft, Kind kind) {
  private static final String ID = "[a-z]+_[a-z0-9]+";
  private static final Pattern NAME = Pattern.compile("(.*?)(" + ID + ")-(" + ID + ")-(d?)([sx])");

  /** The text of the name. */
  public String text() {
    return prefix + tenant + "-" + workflow + "-" + (draft ? "d" : "") + letter();
  }

  private String letter() {
    return switch (kind) {
      case STANDARD -> "s";
      case EXPRESS -> "x";
    };
  }

  /** The parts of a name; empty when it is none of ours. */
  public static Optional<MachineName> parse(String prefix, String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches() || !name.group(1).equals(prefix)) {
      return Optional.empty();
    }
    Kind kind = name.group(5).equals("s") ? Kind.STANDARD : Kind.EXPRESS;
    boolean draft = !name.group(4).isEmpty();
    return Optional.of(new MachineName(prefix, name.group(2), name.group(3), draft, kind));
  }
}
