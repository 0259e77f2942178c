package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.port.Ports;
import java.util.List;
import java.util.Set;

/** One way in from outside: verifies what arrives and passes it on. */
public non-sealed interface Channel extends Unit {

  /** What the gateway knows of it. */
  ChannelSpec spec();

  /** Opens the intake once. */
  Handler open(Ports ports);

  @Override
  default Set<Access> access() {
    return spec().access();
  }

  /** The code behind a channel's paths. */
  @FunctionalInterface
  interface Handler {
    /** Answers one request, or throws a {@link dev.heddle.functions.spec.fault.Fault}. */
    RawReply receive(RawRequest request);
  }

  /**
   * A channel as data.
   *
   * @param paths below the host, any verb; {@code {name+}} stands for the rest of the path
   * @param maxBody in bytes
   */
  record ChannelSpec(String name, List<String> paths, int maxBody, Set<Access> access) {

    /** A channel of this name, which answers nowhere yet and may touch nothing. */
    public static ChannelSpec of(String name) {
      return new ChannelSpec(name, List.of(), RouteSpec.SMALL_BODY, Set.of());
    }

    /** The same at these paths. */
    public ChannelSpec paths(String... at) {
      return new ChannelSpec(name, List.of(at), maxBody, access);
    }

    /** The same for bodies of up to so many bytes. */
    public ChannelSpec maxBody(int bytes) {
      return new ChannelSpec(name, paths, bytes, access);
    }

    /** The same with what it may touch. */
    public ChannelSpec access(Access... granted) {
      return new ChannelSpec(name, paths, maxBody, Set.of(granted));
    }
  }
}
