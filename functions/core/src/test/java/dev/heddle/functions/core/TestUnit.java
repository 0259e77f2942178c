package dev.heddle.functions.core;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Channel;
import dev.heddle.functions.core.fault.Fault;
import dev.heddle.functions.core.port.Ports;
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
  public Intake open(Ports ports) {
    return _ -> {
      throw Fault.notFound("test");
    };
  }
}
