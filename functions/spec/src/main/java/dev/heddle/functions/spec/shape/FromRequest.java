package dev.heddle.functions.spec.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where an input's component comes from. Without it: from the path if the path names it, else from
 * the query (GET, DELETE) or the JSON body.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromRequest {
  /** The place. */
  Source value();

  /** The name there; the component's own when empty. */
  String name() default "";

  /** The places of a request. */
  enum Source {
    QUERY,
    HEADER,
    COOKIE,
    BODY
  }
}
