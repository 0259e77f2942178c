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
    T made = value;
    return made == null ? makeOnce() : made;
  }

  private synchronized T makeOnce() {
    // Looked at again in the lock: another thread may have made it while this one waited.
    T made = value;
    if (made == null) {
      made = make.get();
      value = made;
    }
    return made;
  }
}
