package dev.heddle.functions.spec.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An output's component that leaves as a header instead of a field of the body. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsHeader {
  /** How it leaves. */
  Header value();

  /** The headers an output may set. */
  enum Header {
    /** A text that becomes a quoted, strong entity tag. */
    ETAG,
    /** A {@link Cookie}. */
    SET_COOKIE,
    /** A path. */
    LOCATION
  }

  /** A cookie to set; {@code maxAgeSeconds} 0 removes it. Always HttpOnly and SameSite=Strict. */
  record Cookie(String name, String value, String path, long maxAgeSeconds) {}
}
