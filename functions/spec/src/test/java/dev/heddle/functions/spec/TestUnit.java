package dev.heddle.functions.spec;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Channel;
import java.util.List;
import java.util.Set;

/** A unit that declares what a test says, to get ports for it. */
public record TestUnit(Set<Access> access) implements Channel {

  /** A unit that may touch this. */
  public static TestUnit with(Access... access) {
    return new TestUnit(Set.of(access));
  }

  @Override
  public ChannelSpec spec() {
    return new ChannelSpec("test", List.of("/test"), 1_024, access);
  }

  @Override
  public Handler open(Ports ports) {
    return _ -> {
      throw Fault.notFound("test");
    };
  }
}
