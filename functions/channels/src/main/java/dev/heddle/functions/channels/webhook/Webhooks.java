package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Fallbacks;
import dev.heddle.functions.spec.shape.Shapes;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.RawReply;
import dev.heddle.functions.spec.unit.RawRequest;
import dev.heddle.functions.spec.workflow.Hook;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.triggers.webhook.WebhookConfig;
import dev.heddle.functions.triggers.webhook.WebhookConfig.Method;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import java.util.Optional;

/** From a call of a workflow's address to the run that answers it: find, verify, read, start. */
final class Webhooks implements Channel.Intake {
  static final int MAX_BODY = 1024 * 1024;

  private static final Shape CONFIG = Shapes.of(WebhookConfig.class);

  private final Hooks hooks;
  private final boolean test;
  private final Verification verification;
  private final Answering answering;

  private Webhooks(Ports ports, boolean test, Starting starting) {
    this.test = test;
    hooks = ports.of(Hooks.ENTITY);
    verification = new Verification(ports.vault());
    answering = new Answering(ports, starting);
  }

  /** The addresses of published workflows; what need not be answered goes through the queue. */
  static Webhooks published(Ports ports) {
    return new Webhooks(ports, false, new Starting.Queued(ports.intake()));
  }

  /** The addresses of drafts, which the queue knows nothing of. */
  static Webhooks drafts(Ports ports) {
    return new Webhooks(ports, true, Starting.Direct.by(ports));
  }

  @Override
  public RawReply receive(RawRequest request) {
    Hook hook = find(request).orElseThrow(() -> Fault.notFound("webhook"));
    var config = Wire.JSON.treeToValue(Fallbacks.in(CONFIG, hook.config()), WebhookConfig.class);
    checkMethod(config.method(), request.method());
    verification.check(config.auth(), request, hook.tenant());
    var event = new Event(hook, WebhookPayload.of(request, config.auth()), EventKey.of(request));
    return switch (config.respond()) {
      case AT_ONCE -> answering.atOnce(event);
      case ANSWER -> answering.withAnswer(event);
    };
  }

  /** Who calls need not learn what is wrong with a draft; its builder sees it in the editor. */
  private Optional<Hook> find(RawRequest request) {
    String tenant = request.parameters().getOrDefault("tenant", "");
    String path = request.parameters().getOrDefault("path", "");
    try {
      return hooks.find(tenant, path, test);
    } catch (Fault fault) {
      if (fault.problem() instanceof Problem.Unpublishable) {
        throw new Fault(
            new Problem.Conflict("The draft has errors. Open it in the editor to see them."));
      }
      throw fault;
    }
  }

  private static void checkMethod(Method taken, String method) {
    if (taken != Method.ANY && !taken.name().equals(method)) {
      throw new Fault(new Problem.MethodNotAllowed(List.of(taken.name())));
    }
  }
}
