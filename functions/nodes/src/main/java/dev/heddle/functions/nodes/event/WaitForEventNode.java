package dev.heddle.functions.nodes.event;

import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import dev.heddle.functions.spec.wait.WaitLocation;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Waits, at no cost, until an event of a name and key is sent. */
public final class WaitForEventNode implements NodeUnit<WaitForEventNode.Config> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int YEAR = 31_536_000;

  /** The node's settings. */
  public record Config(
      @FormField(
              title = "Event",
              hint =
                  "Lowercase letters, digits, dots, hyphens and underscores, such as order.paid.",
              min = 1,
              max = 64,
              pattern = "[a-z0-9][a-z0-9._-]{0,63}")
          String event,
      @FormField(
              title = "Key",
              hint = "Which event to wait for, such as an order number.",
              max = 1_000,
              dynamic = true,
              fallback = "\"\"")
          String key,
      @FormField(
              title = "Timeout (seconds)",
              hint =
                  "Up to a year, which is the default. After this, the run continues at the port “timeout”.",
              min = 1,
              max = YEAR,
              dynamic = true)
          @Nullable Integer timeoutSeconds) {}

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("wait-for-event@1", Config.class)
        .title("Wait for an event")
        .summary("Waits for an event with a given name and key.")
        .family(Family.FLOW)
        .icon("radio")
        .keywords("signal", "callback", "message", "resume", "pause")
        .line("{event} {key}")
        .wiring(new NodeWiring.Await())
        .ports(new NodePorts.Fixed(List.of(NodePorts.MAIN, NodePorts.TIMEOUT)))
        .failurePort()
        .timeout(TIMEOUT)
        .access(new Access.Writes(EventWaits.ENTITY));
  }

  @Override
  public NodeCode<Config> open(dev.heddle.functions.spec.port.Ports ports) {
    return (config, call) -> {
      EventWait wait = wait(config, call, ports.clock().instant());
      ports.of(EventWaits.ENTITY).apply(new Tenant(call.tenant())).keep(wait);
      return NodeReply.main(NullNode.getInstance());
    };
  }

  private static EventWait wait(Config config, NodeCall call, Instant now) {
    Integer seconds = config.timeoutSeconds();
    return new EventWait(
        WaitLocation.id("wai", call),
        config.event(),
        config.key(),
        call.run(),
        now.plusSeconds(seconds == null ? YEAR : seconds),
        call.requiredToken());
  }
}
