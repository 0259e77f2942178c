package dev.heddle.functions.spec.port;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Ports of which only some are there; asking for another fails, as it would in AWS. */
public final class FakePorts {
  private FakePorts() {}

  /** Ports that hand out these, by the name of the method. */
  public static Ports of(Map<String, ?> ports) {
    return (Ports)
        Proxy.newProxyInstance(
            FakePorts.class.getClassLoader(),
            new Class<?>[] {Ports.class},
            (_, method, _) -> find(ports, method));
  }

  private static Object find(Map<String, ?> ports, Method method) {
    Object port = ports.get(method.getName());
    if (port == null) {
      throw new IllegalStateException("No access was declared for " + method.getName());
    }
    return port;
  }
}
