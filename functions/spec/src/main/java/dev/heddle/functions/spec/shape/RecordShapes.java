package dev.heddle.functions.spec.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Derives the {@link Shape} of a record from its components, {@link FormField} and {@link
 * VariantName}.
 */
public final class RecordShapes {
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_LIST = 1_000;

  private static final FormField PLAIN = plain();

  private RecordShapes() {}

  /** The fields of a record, in declaration order. */
  public static Shape.Fields of(Class<?> record) {
    return new Shape.Fields(
        Arrays.stream(record.getRecordComponents()).map(RecordShapes::field).toList());
  }

  /** One component as a field. */
  public static Shape.Field field(RecordComponent component) {
    FormField form = Objects.requireNonNullElse(component.getAnnotation(FormField.class), PLAIN);
    return new Shape.Field(
        name(component),
        form.title().isEmpty() ? NameCasing.title(component.getName()) : form.title(),
        form.hint(),
        shape(component.getGenericType(), form),
        !isNullable(component) && form.fallback().isEmpty(),
        form.dynamic(),
        form.advanced(),
        form.fallback().isEmpty() ? null : WireJson.MAPPER.readTree(form.fallback()));
  }

  /** Java keeps some names for itself, such as {@code wait}; Jackson is told of those. */
  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Shape shape(Type type, FormField form) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, form);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text(form);
    }
    if (raw == Instant.class) {
      return Shape.Text.of(Shape.Format.DATE_TIME, 1, 40);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return new Shape.Flag();
    }
    if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return number(raw, form);
    }
    return composite(raw);
  }

  private static Shape composite(Class<?> raw) {
    if (JsonNode.class.isAssignableFrom(raw)) {
      return new Shape.Any();
    }
    if (raw.isEnum()) {
      return choice(raw);
    }
    if (WireNames.isFamily(raw)) {
      return union(raw);
    }
    if (raw.isRecord()) {
      return of(raw);
    }
    throw new IllegalArgumentException("No shape is known for " + raw);
  }

  private static Shape container(ParameterizedType type, FormField form) {
    Type[] arguments = type.getActualTypeArguments();
    int most = (int) Math.min(form.max(), LONGEST_LIST);
    if (type.getRawType() == List.class) {
      int least = (int) Math.max(form.min(), 0);
      return new Shape.ListOf(item(arguments[0], form), least, most);
    }
    if (type.getRawType() == Map.class) {
      return new Shape.MapOf(shape(arguments[1], PLAIN), most);
    }
    return composite((Class<?>) type.getRawType());
  }

  /** Texts in a list are of the format that the list's form names. */
  private static Shape item(Type type, FormField form) {
    return type == String.class
        ? new Shape.Text(form.format(), 0, LONGEST_TEXT, null)
        : shape(type, PLAIN);
  }

  private static Shape.Text text(FormField form) {
    int most = form.max() == Double.POSITIVE_INFINITY ? LONGEST_TEXT : (int) form.max();
    return new Shape.Text(
        form.format(),
        (int) Math.max(form.min(), 0),
        most,
        form.pattern().isEmpty() ? null : form.pattern());
  }

  private static Shape.Number number(Class<?> raw, FormField form) {
    boolean integer = raw != double.class && raw != Double.class;
    double most = raw == int.class || raw == Integer.class ? Integer.MAX_VALUE : 1L << 53;
    return new Shape.Number(Math.max(form.min(), -most), Math.min(form.max(), most), integer);
  }

  private static Shape.Choice choice(Class<?> type) {
    return new Shape.Choice(
        Arrays.stream(type.getEnumConstants())
            .map(constant -> (Enum<?>) constant)
            .map(
                constant ->
                    new Shape.Choice.Option(WireNames.word(constant), WireNames.title(constant)))
            .toList());
  }

  private static Shape.Union union(Class<?> family) {
    Map<String, Shape.Union.Variant> variants = new LinkedHashMap<>();
    for (Class<?> variant : family.getPermittedSubclasses()) {
      variants.put(
          WireNames.word(variant), new Shape.Union.Variant(WireNames.title(variant), of(variant)));
    }
    return new Shape.Union(WireNames.KIND, variants);
  }

  /** A {@link FormField} with every default, for what carries none. */
  private static FormField plain() {
    record Holder(@FormField int plain) {}
    Annotation form = Holder.class.getRecordComponents()[0].getAnnotation(FormField.class);
    return (FormField) Objects.requireNonNull(form);
  }
}
