package dev.heddle.functions.channels.webhook;

import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.core.start.Starts;
import dev.heddle.functions.spec.port.Intake;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;

/** How a run begins whose answer no one waits for. */
sealed interface Starting {

  /** Begins it, or makes sure that it will. */
  void start(Event event, String run);

  /** By the queue: durable when it returns, and quick. */
  record Queued(Intake intake) implements Starting {
    @Override
    public void start(Event event, String run) {
      var hook = event.hook();
      Starts.input(hook.tenant(), hook.build(), run, hook.trigger(), event.payload());
      intake.send(
          new IntakeMessage(
              hook.tenant().id(),
              hook.build().workflow(),
              "webhook",
              hook.trigger(),
              run,
              event.payload()));
    }
  }

  /** At once. */
  record Direct(Starts starts) implements Starting {
    static Direct by(Ports ports) {
      return new Direct(new Starts(ports.of(Runs.ENTITY), ports.machines(), ports.clock()));
    }

    @Override
    public void start(Event event, String run) {
      var hook = event.hook();
      starts.start(
          hook.tenant(), hook.build(), event.workflowName(), run, hook.trigger(), event.payload());
    }
  }
}
