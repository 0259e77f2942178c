package dev.heddle.statemachines.language.vocabulary;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The shape of a JSON value: what forms are drawn from, requests checked by and OpenAPI written
 * from. Bounds are inclusive; a length counts UTF-16 code units, as JSON Schema does not.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Shape.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Shape.Number.class, name = "number"),
  @JsonSubTypes.Type(value = Shape.Flag.class, name = "flag"),
  @JsonSubTypes.Type(value = Shape.Choice.class, name = "choice"),
  @JsonSubTypes.Type(value = Shape.ListOf.class, name = "list"),
  @JsonSubTypes.Type(value = Shape.MapOf.class, name = "map"),
  @JsonSubTypes.Type(value = Shape.Fields.class, name = "fields"),
  @JsonSubTypes.Type(value = Shape.Union.class, name = "union"),
  @JsonSubTypes.Type(value = Shape.Any.class, name = "any")
})
public sealed interface Shape {

  /** How a text is edited and what it must look like. */
  enum Format {
    PLAIN,
    MULTILINE,
    URL,
    EMAIL,
    SECRET,
    CRON,
    TIME_ZONE,
    DATE_TIME,
    /** A JSON Schema, written as JSON text or drawn in a table. */
    JSON_SCHEMA,
    /** The id of a workflow of the same tenant, chosen from a list. */
    WORKFLOW,
    /** A JSONata expression in its braces, giving any value. */
    EXPRESSION,
    /** A JSONata expression in its braces, giving true or false; or one of these words. */
    CONDITION
  }

  /** A string; {@code pattern} is a Java regular expression that the whole text must match. */
  record Text(Format format, int min, int max, @Nullable String pattern) implements Shape {

    /** A string of this length, whatever its letters. */
    public static Text of(Format format, int min, int max) {
      return new Text(format, min, max, null);
    }
  }

  /** A number. */
  record Number(double min, double max, boolean integer) implements Shape {}

  /** True or false. */
  record Flag() implements Shape {}

  /** One of a few words. */
  record Choice(List<Option> options) implements Shape {

    /** A word on the wire and how it reads on screen. */
    public record Option(String value, String title) {}
  }

  /** A list of values of one shape. */
  record ListOf(Shape item, int min, int max) implements Shape {}

  /** An object with free keys. */
  record MapOf(Shape value, int max) implements Shape {}

  /** An object with known fields, in the order they are shown. */
  record Fields(List<Field> fields) implements Shape {}

  /** One of several objects, told apart by the word in {@code discriminator}. */
  record Union(String discriminator, Map<String, Variant> variants) implements Shape {

    /** One of the objects and how it reads on screen. */
    public record Variant(String title, Fields fields) {}
  }

  /** Any JSON value. */
  record Any() implements Shape {}

  /**
   * One field of an object.
   *
   * @param hint one sentence under the field; empty when the title says it all
   * @param dynamic whether the value may be an expression ({@code {% %}}) or, in text, hold
   *     templates ({@code {{ }}})
   * @param fallback the value taken when the field is absent; null when there is none
   * @param advanced whether the form hides it until asked
   */
  record Field(
      String name,
      String title,
      String hint,
      Shape shape,
      boolean required,
      boolean dynamic,
      boolean advanced,
      @Nullable JsonNode fallback) {

    /** A field that is always there, of which no form needs to know more. */
    public static Field required(String name, String title, Shape shape) {
      return new Field(name, title, "", shape, true, false, false, null);
    }
  }
}
