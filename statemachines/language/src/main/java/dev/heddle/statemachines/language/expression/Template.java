package dev.heddle.statemachines.language.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with expressions in double braces.
 *
 * @param parts texts as they are ({@link String}) and expressions ({@link Parsed}), in turn
 */
public record Template(List<Part> parts) {

  /** A part of a template. */
  public sealed interface Part {}

  /** Text as it is. */
  public record Plain(String text) implements Part {}

  /** An expression; {@code closed} says whether its closing braces were found. */
  public record Hole(Parsed parsed, boolean closed) implements Part {}

  /** Whether a text is a template at all. */
  public static boolean is(String text) {
    return text.contains("{{");
  }

  /** Cuts a text; where an expression ends is for the parser to say. */
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      plain(parts, text.substring(at, open));
      Parsed parsed = Jsonata.from(text, open + 2);
      boolean closed = parsed.sound() && text.startsWith("}}", parsed.end());
      parts.add(new Hole(parsed, closed));
      at = closed ? parsed.end() + 2 : text.length();
    }
    plain(parts, text.substring(at));
    return new Template(List.copyOf(parts));
  }

  private static void plain(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Plain(text));
    }
  }

  /** The text as one expression. */
  public Value.Code code() {
    CodeText code = new CodeText();
    for (int i = 0; i < parts.size(); i++) {
      code.text(i == 0 ? "" : " & ");
      switch (parts.get(i)) {
        case Plain plain -> code.quoted(plain.text());
        case Hole hole -> code.code(Closing.text(hole.parsed()));
      }
    }
    return code.done();
  }
}
