package dev.heddle.functions.spec.shape;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Teaches Jackson the words of {@link VariantName}: enum constants and the kinds of a sealed type.
 */
final class WireNames extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;
  static final String KIND = "kind";

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    String[] found = super.findEnumValues(config, type, constants, names);
    for (int i = 0; i < constants.length; i++) {
      if (variantOf(constants[i]).isPresent()) {
        found[i] = word(constants[i]);
      }
    }
    return found;
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    JsonTypeInfo.Value declared = super.findPolymorphicTypeInfo(config, annotated);
    if (declared != null
        || !(annotated instanceof AnnotatedClass)
        || sealedFamily(annotated.getRawType()).isEmpty()) {
      return declared;
    }
    return JsonTypeInfo.Value.construct(
        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, KIND, null, false, true);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    List<NamedType> declared = super.findSubtypes(config, annotated);
    Class<?> raw = annotated.getRawType();
    if (declared != null || !isFamily(raw)) {
      return declared;
    }
    return Arrays.stream(raw.getPermittedSubclasses())
        .map(variant -> new NamedType(variant, word(variant)))
        .toList();
  }

  @Override
  public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
    String declared = super.findTypeName(config, type);
    Class<?> raw = type.getRawType();
    return declared == null && raw.isRecord() && sealedFamily(raw).isPresent()
        ? word(raw)
        : declared;
  }

  /** A constant's word on the wire. */
  static String word(Enum<?> constant) {
    return variantOf(constant)
        .map(
            variant ->
                variant.value().isEmpty() ? NameCasing.kebab(constant.name()) : variant.value())
        .orElse(constant.name());
  }

  /** A constant's title on screen. */
  static String title(Enum<?> constant) {
    return variantOf(constant)
        .map(VariantName::title)
        .filter(title -> !title.isEmpty())
        .orElseGet(() -> NameCasing.title(constant.name()));
  }

  /** A sealed type's record's word on the wire. */
  static String word(Class<?> variant) {
    return Optional.ofNullable(variant.getAnnotation(VariantName.class))
        .map(VariantName::value)
        .filter(word -> !word.isEmpty())
        .orElseGet(() -> NameCasing.kebab(variant.getSimpleName()));
  }

  /** A sealed type's record's title on screen. */
  static String title(Class<?> variant) {
    return Optional.ofNullable(variant.getAnnotation(VariantName.class))
        .map(VariantName::title)
        .filter(title -> !title.isEmpty())
        .orElseGet(() -> NameCasing.title(variant.getSimpleName()));
  }

  static boolean isFamily(Class<?> type) {
    return type.isInterface()
        && type.isSealed()
        && !type.isAnnotationPresent(JsonTypeInfo.class)
        && Arrays.stream(type.getPermittedSubclasses()).allMatch(Class::isRecord);
  }

  private static Optional<Class<?>> sealedFamily(Class<?> type) {
    return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
        .filter(WireNames::isFamily)
        .findFirst()
        .map(found -> found);
  }

  private static Optional<VariantName> variantOf(Enum<?> constant) {
    try {
      return Optional.ofNullable(
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(VariantName.class));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("An enum without its constant: " + constant, e);
    }
  }
}
