package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for. */
final class LazySupplier<T> implements Supplier<T> {
  private final Supplier<? extends T> source;
  private @Nullable T value;

  LazySupplier(Supplier<? extends T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
