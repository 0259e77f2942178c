package dev.heddle.functions.triggers.clock;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.statemachines.language.Issue;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The settings that every trigger of the clock has, as far as they fit their form.
 *
 * @param node the id of the trigger node
 * @param timeZone an IANA name; UTC if it is null
 * @param payload handed to every run
 */
public record TimerSettings(String node, @Nullable String timeZone, @Nullable JsonNode payload) {
  /** As much as a run can be started with; the clock itself would refuse over 256 KB. */
  private static final int LARGEST_PAYLOAD = 200 * 1024;

  private static final String UTC = "UTC";
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** What the clock would refuse of them. */
  public List<Issue> issues() {
    return Stream.of(zoneIssue(), payloadIssue()).flatMap(Optional::stream).toList();
  }

  /** The time zone; nothing if nobody knows it. */
  public Optional<ZoneId> zone() {
    return Optional.of(zoneName()).filter(ZONES::contains).map(ZoneId::of);
  }

  /** What is wrong with one of the node's settings. */
  public Issue issue(String field, String message, String hint) {
    return new Issue(
        Issue.Severity.ERROR, "schedule-is-valid", node, null, field, null, message, hint);
  }

  /** The timer of an expression. */
  public Timer timer(String expression) {
    return new Timer(
        node, expression, zoneName(), Objects.requireNonNullElse(payload, NullNode.getInstance()));
  }

  private String zoneName() {
    return Objects.requireNonNullElse(timeZone, UTC);
  }

  private Optional<Issue> zoneIssue() {
    return zone().isPresent()
        ? Optional.empty()
        : Optional.of(
            issue(
                "timeZone",
                "There is no time zone named " + zoneName() + ".",
                "Use a name such as Europe/Berlin or UTC."));
  }

  private Optional<Issue> payloadIssue() {
    return payload == null
            || payload.toString().getBytes(StandardCharsets.UTF_8).length <= LARGEST_PAYLOAD
        ? Optional.empty()
        : Optional.of(issue("payload", "The payload is over 200 KB.", "Send a reference instead."));
  }
}
