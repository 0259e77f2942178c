package dev.heddle.functions.aws.cloud;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made at its first use, once, on whichever thread comes first: cold starts pay for few.
 */
final class LazyValue<T> implements Supplier<T> {
  private final Supplier<T> make;
  // Volatile, so that whoever sees the reference without the lock also sees what was made.
  private volatile @Nullable T value;

  private LazyValue(Supplier<T> make) {
    this.make = make;
  }

  static <T> LazyValue<T> of(Supplier<T> make) {
    return new LazyValue<>(make);
  }

  @Override
  public T get() {
    T known = value;
    return known == null ? makeOnce() : known;
  }

  private synchronized T makeOnce() {
    // Looked at again in the lock: another thread may have made it while this one waited.
    T known = value;
    if (known == null) {
      known = make.get();
      value = known;
    }
    return known;
  }
}
