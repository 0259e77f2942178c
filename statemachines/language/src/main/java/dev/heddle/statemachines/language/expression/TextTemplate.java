package dev.heddle.statemachines.language.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with expressions in double braces.
 *
 * @param parts texts as they are ({@link String}) and expressions ({@link ParsedExpression}), in
 *     turn
 */
public record TextTemplate(List<Part> parts) {

  /** A part of a template. */
  public sealed interface Part {}

  /** Text as it is. */
  public record Plain(String text) implements Part {}

  /** An expression; {@code closed} says whether its closing braces were found. */
  public record Placeholder(ParsedExpression parsed, boolean closed) implements Part {}

  /** Whether a text is a template at all. */
  public static boolean isTemplate(String text) {
    return text.contains("{{");
  }

  /** Cuts a text; where an expression ends is for the parser to say. */
  public static TextTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      plain(parts, text.substring(at, open));
      ParsedExpression parsedExpression = JsonataParser.parseFrom(text, open + 2);
      boolean closed = parsedExpression.sound() && text.startsWith("}}", parsedExpression.end());
      parts.add(new Placeholder(parsedExpression, closed));
      at = closed ? parsedExpression.end() + 2 : text.length();
    }
    plain(parts, text.substring(at));
    return new TextTemplate(List.copyOf(parts));
  }

  private static void plain(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Plain(text));
    }
  }

  /** The text as one expression. */
  public DynamicValue.Code code() {
    JsonataBuilder code = new JsonataBuilder();
    for (int i = 0; i < parts.size(); i++) {
      code.text(i == 0 ? "" : " & ");
      switch (parts.get(i)) {
        case Plain plain -> code.quoted(plain.text());
        case Placeholder hole -> code.code(ResultCoercion.text(hole.parsed()));
      }
    }
    return code.build();
  }
}
