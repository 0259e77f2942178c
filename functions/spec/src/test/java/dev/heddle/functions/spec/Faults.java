package dev.heddle.functions.spec;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What calls are refused with. */
public final class Faults {
  private Faults() {}

  /** The problem of this kind that the call is refused with. */
  public static <P extends Problem> P refused(Class<P> kind, ThrowingCallable call) {
    Fault fault = assertThatExceptionOfType(Fault.class).isThrownBy(call).actual();
    Assertions.assertThat(fault.problem()).isInstanceOf(kind);
    return kind.cast(fault.problem());
  }
}
