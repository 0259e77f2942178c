package dev.heddle.functions.spec.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The word and title of one record of a sealed interface, or of an enum's constant. On the wire a
 * sealed type is told apart by its field {@code kind}.
 */
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface VariantName {
  /** The word on the wire; the name in kebab case when empty. */
  String value() default "";

  /** How it reads on screen; the name in words when empty. */
  String title() default "";
}
