package dev.heddle.functions.spec.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component may hold, for readers of the API's description. Examples of whole records
 * are put together from those of their components; a component that may be absent is in them only
 * if it has one.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Example {
  /** A text as it is, of a list its one item; anything else as JSON. */
  String value();
}
