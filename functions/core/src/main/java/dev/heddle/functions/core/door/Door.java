package dev.heddle.functions.core.door;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.Unit;
import java.time.Duration;

/** A unit behind its event: JSON bytes in, JSON bytes out. This is what a Lambda function is. */
@FunctionalInterface
public interface Door {

  /**
   * Answers one event. Only a node's failure and a job's leave as exceptions: Lambda reports them
   * to whoever called.
   */
  byte[] answer(byte[] event);

  /** Opens a unit; a node that only shapes the machine has no door. */
  static Door open(Unit unit, Ports ports) {
    return switch (unit) {
      case Route<?, ?> route -> HttpDoor.open(route, ports);
      case Channel channel -> ChannelDoor.open(channel, ports);
      case NodeUnit<?> node -> NodeDoor.open(node, ports);
      case Job<?, ?> job -> JobDoor.open(job, ports);
    };
  }

  /** How long the function behind a route or a channel may take: a caller waits 25 s at most. */
  Duration HTTP_TIMEOUT = Duration.ofSeconds(29);
}
