package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.start.Starts;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ids;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Machines.Outcome;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.RawReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** Starts the run of an event and tells the caller what comes of it. */
final class Answering {
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Starting starting;
  private final Starts starts;
  private final Machines machines;
  private final Function<Tenant, Runs> runs;
  private final Function<Tenant, Idempotency> idempotency;
  private final InstantSource clock;
  private final Ids ids;
  private final String publicUrl;

  Answering(Ports ports, Starting starting) {
    this.starting = starting;
    machines = ports.machines();
    runs = ports.of(Runs.ENTITY);
    idempotency = ports.of(Idempotency.ENTITY);
    clock = ports.clock();
    ids = ports.ids();
    publicUrl = ports.settings().publicUrl();
    starts = new Starts(runs, machines, clock);
  }

  RawReply atOnce(Event event) {
    String run = event.run(ids);
    starting.start(event, run);
    return Replies.accepted(run);
  }

  RawReply withAnswer(Event event) {
    String run = event.run(ids);
    return switch (event.hook().build().kind()) {
      case EXPRESS -> express(event, run);
      case STANDARD -> standard(event, run);
    };
  }

  /** Step Functions would run an Express machine twice; a key's first answer is kept instead. */
  private RawReply express(Event event, String run) {
    Hook hook = event.hook();
    return idempotency
        .apply(hook.tenant())
        .once(
            "webhook " + run,
            event.key().orElse(null),
            event.payload(),
            KeptReply.class,
            () -> KeptReply.of(runSync(event, run)))
        .toReply();
  }

  private RawReply runSync(Event event, String run) {
    Hook hook = event.hook();
    Instant began = clock.instant();
    var input = Starts.input(hook.tenant(), hook.build(), run, hook.trigger(), event.payload());
    Outcome outcome = machines.runSync(hook.build().versionArn(), input);
    runs.apply(hook.tenant())
        .accept(
            Starts.running(
                hook.build(), event.workflowName(), run, hook.trigger(), event.payload(), began));
    return told(event, run, outcome);
  }

  /** A Standard run begins but once by its name, so a repeated call waits for the same end. */
  private RawReply standard(Event event, String run) {
    Hook hook = event.hook();
    starts.start(
        hook.tenant(), hook.build(), event.workflowName(), run, hook.trigger(), event.payload());
    return machines
        .await(hook.build().versionArn(), run, PATIENCE)
        .map(outcome -> told(event, run, outcome))
        .orElseGet(() -> Replies.running(run, publicUrl));
  }

  private static RawReply told(Event event, String run, Outcome outcome) {
    return switch (outcome.status()) {
      case "SUCCEEDED" -> Responses.of(event.map(), outcome.output());
      case "TIMED_OUT" -> Replies.tooSlow(run);
      default -> Replies.failed(run);
    };
  }
}
