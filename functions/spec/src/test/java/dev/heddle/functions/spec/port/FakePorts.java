package dev.heddle.functions.spec.port;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Ports of which only some are there; asking for another fails, as it would in AWS. */
public final class FakePorts {
  private FakePorts() {}

  /** Ports that hand out these, by the entity, or by the name of the method. */
  public static Ports of(Map<?, ?> ports) {
    return (Ports)
        Proxy.newProxyInstance(
            FakePorts.class.getClassLoader(),
            new Class<?>[] {Ports.class},
            (_, method, arguments) ->
                find(ports, arguments == null ? method.getName() : arguments[0]));
  }

  private static Object find(Map<?, ?> ports, Object asked) {
    Object port = ports.get(asked);
    if (port == null) {
      throw new IllegalStateException("No access was declared for " + asked);
    }
    return port;
  }
}
