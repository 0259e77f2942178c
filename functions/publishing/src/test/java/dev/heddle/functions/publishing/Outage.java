package dev.heddle.functions.publishing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A step that fails once, before or after it was done, as when the process dies there. */
final class Outage {
  private final String step;
  private final boolean done;
  private boolean over;

  /**
   * Fails at a step.
   *
   * @param done whether what the step does is done when it fails
   */
  Outage(String step, boolean done) {
    this.step = step;
    this.done = done;
  }

  /** What the process that was to do the steps dies of. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  boolean isOver() {
    return over;
  }

  /** The same port, but for the step's first call. */
  <T> T in(Class<T> port, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              boolean now = !over && (port.getSimpleName() + "." + method.getName()).equals(step);
              over |= now;
              if (now && !done) {
                throw new Died();
              }
              Object answer = call(() -> method.invoke(real, arguments));
              if (now) {
                throw new Died();
              }
              return answer;
            });
    return port.cast(proxy);
  }

  private interface Call {
    Object make() throws ReflectiveOperationException;
  }

  private static Object call(Call call) throws Throwable {
    try {
      return call.make();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
