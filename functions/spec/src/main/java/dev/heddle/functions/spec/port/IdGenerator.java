package dev.heddle.functions.spec.port;

/** New ids: a prefix, an underscore and 20 random base-32 characters (100 bits), lower case. */
@FunctionalInterface
public interface IdGenerator {

  /** A new id, such as {@code wf_…}. */
  String next(String prefix);
}
