package dev.heddle.functions.triggers.once;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Trigger;
import dev.heddle.functions.triggers.clock.TimerSettings;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run that the clock starts once. */
public final class OnceTrigger implements Trigger<OnceConfig> {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("'at('uuuu-MM-dd'T'HH:mm:ss')'", Locale.ROOT);

  private final OnceNode node = new OnceNode();

  @Override
  public NodeUnit<OnceConfig> node() {
    return node;
  }

  @Override
  public List<Issue> check(String node, OnceConfig config) {
    return OnceRules.issues(node, config);
  }

  @Override
  public List<Timer> timers(String node, OnceConfig config, Instant now) {
    TimerSettings settings = config.settings(node);
    return Optional.ofNullable(config.at())
        .flatMap(OnceRules::time)
        .filter(time -> isToCome(time, settings, now))
        .map(time -> settings.timer(AT.format(time)))
        .stream()
        .toList();
  }

  /** Publishing again after it came must not start a second run. */
  private static boolean isToCome(LocalDateTime time, TimerSettings settings, Instant now) {
    return settings.zone().filter(zone -> time.atZone(zone).toInstant().isAfter(now)).isPresent();
  }
}
