package dev.heddle.functions.catalog;

import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client relies on in one field.
 *
 * @param options the words it may be; empty where any value of its type may
 */
record FieldContract(String type, List<String> options, boolean optional) {
  private static final Pattern WORD = Pattern.compile("(\\w+)(?:\\((.*)\\))?(\\?)?");

  static FieldContract of(Shape shape, boolean required) {
    return new FieldContract(type(shape), options(shape), !required);
  }

  private static String type(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text";
      case Shape.Number number -> number.integer() ? "integer" : "number";
      case Shape.Flag _ -> "flag";
      case Shape.Choice _ -> "choice";
      case Shape.ListOf _ -> "list";
      case Shape.MapOf _ -> "map";
      case Shape.Fields _ -> "object";
      case Shape.Union _ -> "union";
      case Shape.Any _ -> "any";
    };
  }

  private static List<String> options(Shape shape) {
    return switch (shape) {
      case Shape.Choice choice ->
          choice.options().stream().map(Shape.Choice.Option::value).toList();
      case Shape.Union union -> List.copyOf(union.variants().keySet());
      case Shape.Text _,
          Shape.Number _,
          Shape.Flag _,
          Shape.ListOf _,
          Shape.MapOf _,
          Shape.Fields _,
          Shape.Any _ ->
          List.of();
    };
  }

  /** In one word: {@code text}, {@code choice(waiting|decided)?}. */
  String word() {
    String choices = options.isEmpty() ? "" : "(" + String.join("|", options) + ")";
    return type + choices + (optional ? "?" : "");
  }

  /** The field that {@link #word} wrote. */
  static FieldContract of(String word) {
    Matcher matcher = WORD.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not how a pinned field is written: " + word);
    }
    String options = matcher.group(2);
    return new FieldContract(
        matcher.group(1),
        options == null ? List.of() : List.of(options.split("\\|")),
        matcher.group(3) != null);
  }
}
