package dev.heddle.functions.channels.webhook;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.IdGenerator;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.port.StateMachines.Outcome;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.RawReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Answers a webhook's caller (request and response): starts the run of an event and replies at
 * once, with the workflow's response, or with a problem.
 */
final class WebhookResponder {
  // Under API Gateway's 29 s, with time left to write the answer.
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final AsyncRunStart asyncRunStart;
  private final RunStarter runStarter;
  private final StateMachines machines;
  private final Function<Tenant, Runs> runs;
  private final Function<Tenant, Idempotency> idempotency;
  private final InstantSource clock;
  private final IdGenerator ids;
  private final String publicUrl;

  WebhookResponder(Ports ports, AsyncRunStart asyncRunStart) {
    this.asyncRunStart = asyncRunStart;
    machines = ports.machines();
    runs = ports.of(Runs.ENTITY);
    idempotency = ports.of(Idempotency.ENTITY);
    clock = ports.clock();
    ids = ports.ids();
    publicUrl = ports.settings().publicUrl();
    runStarter = new RunStarter(runs, machines, clock);
  }

  RawReply acknowledge(WebhookCall event) {
    String run = event.run(ids);
    asyncRunStart.start(event, run);
    return ProblemReplies.accepted(run);
  }

  RawReply respond(WebhookCall event) {
    String run = event.run(ids);
    return switch (event.hook().build().kind()) {
      case EXPRESS -> express(event, run);
      case STANDARD -> standard(event, run);
    };
  }

  /** Step Functions would run an Express machine twice; a key's first answer is kept instead. */
  private RawReply express(WebhookCall event, String run) {
    WebhookTarget hook = event.hook();
    return idempotency
        .apply(hook.tenant())
        .once(
            "webhook " + run,
            event.key().orElse(null),
            event.payload(),
            StoredReply.class,
            () -> StoredReply.of(runSync(event, run)))
        .toReply();
  }

  private RawReply runSync(WebhookCall event, String run) {
    WebhookTarget hook = event.hook();
    Instant began = clock.instant();
    RunInput input = event.input(run);
    // Run first, recorded after: the caller waits, and the execution log records the run in any
    // case.
    Outcome outcome = machines.runSync(hook.build().versionArn(), input);
    runs.apply(hook.tenant()).recordStart(Run.started(input, event.workflowName(), began));
    return response(event, run, outcome);
  }

  /** A Standard run begins but once by its name, so a repeated call waits for the same end. */
  private RawReply standard(WebhookCall event, String run) {
    WebhookTarget hook = event.hook();
    runStarter.start(hook.build(), event.workflowName(), event.input(run));
    return machines
        .await(hook.build().versionArn(), run, PATIENCE)
        .map(outcome -> response(event, run, outcome))
        .orElseGet(() -> ProblemReplies.running(run, publicUrl));
  }

  private static RawReply response(WebhookCall event, String run, Outcome outcome) {
    return switch (outcome.status()) {
      case "SUCCEEDED" -> WorkflowResponse.of(event.map(), outcome.output());
      case "TIMED_OUT" -> ProblemReplies.tooSlow(run);
      default -> ProblemReplies.failed(run);
    };
  }
}
