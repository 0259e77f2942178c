package dev.heddle.functions.spec.shape;

import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks a JSON value against a {@link Shape}: everything that is wrong, each at its place. */
public final class ShapeValidator {
  private static final int ENOUGH = 50;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

  private final List<FieldError> errors = new ArrayList<>();

  private ShapeValidator() {}

  /** The errors of a value, at most 50; the empty path is the value itself. */
  public static List<FieldError> of(Shape shape, JsonNode value) {
    var check = new ShapeValidator();
    check.value(shape, value, "");
    return List.copyOf(check.errors);
  }

  private void value(Shape shape, JsonNode value, String path) {
    if (errors.size() >= ENOUGH) {
      return;
    }
    switch (shape) {
      case Shape.Text text -> text(text, value, path);
      case Shape.Number number -> number(number, value, path);
      case Shape.Flag _ -> expect(value.isBoolean(), path, "Must be true or false");
      case Shape.Choice choice -> choice(choice, value, path);
      case Shape.ListOf list -> list(list, value, path);
      case Shape.MapOf map -> map(map, value, path);
      case Shape.Fields fields -> fields(fields, value, path, null);
      case Shape.Union union -> union(union, value, path);
      case Shape.Any _ -> {}
    }
  }

  private void text(Shape.Text shape, JsonNode value, String path) {
    if (!value.isString()) {
      error(path, "Must be text");
      return;
    }
    String text = value.stringValue();
    if (text.length() < shape.min()) {
      error(
          path, shape.min() == 1 ? "Required" : "Must be at least " + shape.min() + " characters");
    } else if (text.length() > shape.max()) {
      error(path, "Must be at most " + shape.max() + " characters");
    } else if (shape.pattern() != null && !text.matches(shape.pattern())) {
      error(path, "Must match the pattern " + shape.pattern());
    } else if (!text.isEmpty() || shape.format() == Shape.Format.EMAIL) {
      format(shape.format(), text, path);
    }
  }

  private void format(Shape.Format format, String text, String path) {
    switch (format) {
      case EMAIL -> expect(EMAIL.matcher(text).matches(), path, "Enter a valid email address");
      case URL -> expect(isUrl(text), path, "Enter a URL that starts with http:// or https://");
      case DATE_TIME -> expect(isInstant(text), path, "Enter a time such as 2030-01-31T09:00:00Z");
      case PLAIN,
          MULTILINE,
          SECRET,
          CRON,
          TIME_ZONE,
          JSON_SCHEMA,
          WORKFLOW,
          EXPRESSION,
          CONDITION -> {}
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void number(Shape.Number shape, JsonNode value, String path) {
    if (!value.isNumber() || (shape.integer() && !isWhole(value))) {
      error(path, shape.integer() ? "Must be a whole number" : "Must be a number");
      return;
    }
    double number = value.doubleValue();
    if (number < shape.min() || number > shape.max()) {
      error(path, "Must be between " + plain(shape.min()) + " and " + plain(shape.max()));
    }
  }

  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() || value.doubleValue() == Math.rint(value.doubleValue());
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private void choice(Shape.Choice shape, JsonNode value, String path) {
    boolean known =
        value.isString()
            && shape.options().stream().anyMatch(o -> o.value().equals(value.stringValue()));
    expect(
        known,
        path,
        shape.options().stream()
            .map(Shape.Choice.Option::value)
            .collect(Collectors.joining(", ", "Must be one of ", "")));
  }

  private void list(Shape.ListOf shape, JsonNode value, String path) {
    if (!value.isArray()) {
      error(path, "Must be a list");
      return;
    }
    expect(value.size() >= shape.min(), path, "Must have at least " + shape.min() + " items");
    expect(value.size() <= shape.max(), path, "Must have at most " + shape.max() + " items");
    for (int i = 0; i < Math.min(value.size(), shape.max()); i++) {
      value(shape.item(), value.get(i), path + "[" + i + "]");
    }
  }

  private void map(Shape.MapOf shape, JsonNode value, String path) {
    if (!value.isObject()) {
      error(path, "Must be an object");
      return;
    }
    expect(value.size() <= shape.max(), path, "Must have at most " + shape.max() + " entries");
    value.properties().stream()
        .limit(shape.max())
        .forEach(entry -> value(shape.value(), entry.getValue(), at(path, entry.getKey())));
  }

  private void union(Shape.Union shape, JsonNode value, String path) {
    JsonNode kind = value.path(shape.discriminator());
    Shape.Union.Variant variant = kind.isString() ? shape.variants().get(kind.stringValue()) : null;
    if (variant == null) {
      String kinds = String.join(", ", shape.variants().keySet());
      error(at(path, shape.discriminator()), "Must be one of " + kinds);
    } else {
      fields(variant.fields(), value, path, shape.discriminator());
    }
  }

  private void fields(
      Shape.Fields shape, JsonNode value, String path, @Nullable String discriminator) {
    if (!value.isObject()) {
      error(path, "Must be an object");
      return;
    }
    for (Shape.Field field : shape.fields()) {
      JsonNode found = value.get(field.name());
      if (found == null || (found.isNull() && !(field.shape() instanceof Shape.Any))) {
        expect(!field.required(), at(path, field.name()), "Required");
      } else {
        value(field.shape(), found, at(path, field.name()));
      }
    }
    unknown(shape, value, path, discriminator);
  }

  private void unknown(
      Shape.Fields shape, JsonNode value, String path, @Nullable String discriminator) {
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      boolean known =
          entry.getKey().equals(discriminator)
              || shape.fields().stream().anyMatch(field -> field.name().equals(entry.getKey()));
      expect(known, at(path, shown(entry.getKey())), "Unknown field");
    }
  }

  private static String shown(String key) {
    return key.length() <= 60 ? key : key.substring(0, 60) + "…";
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void expect(boolean holds, String path, String message) {
    if (!holds) {
      error(path, message);
    }
  }

  private void error(String path, String message) {
    if (errors.size() < ENOUGH) {
      errors.add(new FieldError(path, message));
    }
  }
}
