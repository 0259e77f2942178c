package dev.heddle.localstack.lab.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options and words of a call: {@code --name value}, {@code --name=value}, {@code --flag}. */
public final class CommandOptions {
  private final Map<String, String> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /** Reads a call that may have these options, of which {@code flags} take no value. */
  public static CommandOptions of(List<String> arguments, Set<String> valued, Set<String> flags) {
    CommandOptions options = new CommandOptions();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String name = argument.replaceFirst("=.*", "");
      if (!argument.startsWith("--")) {
        options.words.add(argument);
      } else if (flags.contains(argument)) {
        options.values.put(argument, "");
      } else if (!valued.contains(name)) {
        throw CommandRefusal.ofCall("unknown option " + name + "; see --help");
      } else if (!name.equals(argument)) {
        options.values.put(name, argument.substring(name.length() + 1));
      } else if (++i < arguments.size()) {
        options.values.put(name, arguments.get(i));
      } else {
        throw CommandRefusal.ofCall("the option " + name + " needs a value");
      }
    }
    return options;
  }

  public boolean has(String flag) {
    return values.containsKey(flag);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A port number. */
  public int port(String name, int otherwise) {
    return value(name)
        .map(
            text -> {
              if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw CommandRefusal.ofCall(name + " must be a port from 0 to 65535, not " + text);
              }
              return Integer.parseInt(text);
            })
        .orElse(otherwise);
  }

  /** A number from 0 to a million. */
  int number(String name, int otherwise) {
    return value(name)
        .map(
            text -> {
              if (!text.matches("\\d{1,6}")) {
                throw CommandRefusal.ofCall(
                    name + " must be a number from 0 to 999999, not " + text);
              }
              return Integer.parseInt(text);
            })
        .orElse(otherwise);
  }

  /** The only word. */
  public String word(String what) {
    if (words.size() != 1) {
      throw CommandRefusal.ofCall("expected one " + what + "; see --help");
    }
    return words.getFirst();
  }

  public void noWords() {
    if (!words.isEmpty()) {
      throw CommandRefusal.ofCall("unexpected argument " + words.getFirst() + "; see --help");
    }
  }
}
