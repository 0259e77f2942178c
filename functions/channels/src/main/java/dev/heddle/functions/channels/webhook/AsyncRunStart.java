package dev.heddle.functions.channels.webhook;

import dev.heddle.events.IntakeMessage;
import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.spec.port.IntakeQueue;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;

/** How a run begins whose answer no one waits for. */
sealed interface AsyncRunStart {

  /** Begins it, or makes sure that it will. */
  void start(WebhookCall event, String run);

  /** By the queue: durable when it returns, and quick. */
  record Queued(IntakeQueue intake) implements AsyncRunStart {
    @Override
    public void start(WebhookCall event, String run) {
      // Only its check of the size: in the queue it would be too late to refuse what is too long.
      RunInput input = event.input(run);
      intake.send(
          new IntakeMessage(
              input.tenant(), input.workflow(), "webhook", input.trigger(), run, input.payload()));
    }
  }

  /** At once. */
  record Direct(RunStarter starter) implements AsyncRunStart {
    static Direct by(Ports ports) {
      return new Direct(new RunStarter(ports.of(Runs.ENTITY), ports.machines(), ports.clock()));
    }

    @Override
    public void start(WebhookCall event, String run) {
      starter.start(event.hook().build(), event.workflowName(), event.input(run));
    }
  }
}
