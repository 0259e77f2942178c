package dev.heddle.functions.spec.shape;

import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component's type alone does not say of its field. Everything has a sensible
 * default; a component is required unless its type is {@code @Nullable}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormField {
  /** The label; the component's name in words when empty. */
  String title() default "";

  /** One sentence under the field. */
  String hint() default "";

  /** How a text, or each text of a list, is edited and checked. */
  Shape.Format format() default Shape.Format.PLAIN;

  /** The least length, number or count. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The greatest length, number or count; texts hold 10,000 characters, lists 1,000 items. */
  double max() default Double.POSITIVE_INFINITY;

  /** A regular expression that a whole text must match. */
  String pattern() default "";

  /** Whether the value may be an expression or hold templates. */
  boolean dynamic() default false;

  /** Whether the form hides the field until asked. */
  boolean advanced() default false;

  /** The JSON text of the value taken when the field is absent. */
  String fallback() default "";
}
