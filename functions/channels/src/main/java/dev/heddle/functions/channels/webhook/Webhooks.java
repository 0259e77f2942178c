package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.RawReply;
import dev.heddle.functions.spec.unit.RawRequest;
import dev.heddle.functions.triggers.webhook.WebhookConfig;
import dev.heddle.functions.triggers.webhook.WebhookConfig.Method;
import java.util.List;

/** From a call of a workflow's address to the run that answers it: find, verify, read, start. */
final class Webhooks implements Channel.Intake {
  static final int MAX_BODY = 1024 * 1024;

  private final HookLookup hooks;
  private final Verification verification;
  private final Answering answering;

  private Webhooks(Ports ports, HookLookup hooks, Starting starting) {
    this.hooks = hooks;
    verification = new Verification(ports.vault());
    answering = new Answering(ports, starting);
  }

  /** The addresses of published workflows; what need not be answered goes through the queue. */
  static Webhooks published(Ports ports) {
    return new Webhooks(ports, new PublishedHooks(ports), new Starting.Queued(ports.intake()));
  }

  /** The addresses of drafts, which the queue knows nothing of. */
  static Webhooks drafts(Ports ports) {
    return new Webhooks(ports, new DraftHooks(ports), Starting.Direct.by(ports));
  }

  @Override
  public RawReply receive(RawRequest request) {
    String tenant = request.parameters().getOrDefault("tenant", "");
    String path = request.parameters().getOrDefault("path", "");
    Hook hook = hooks.find(tenant, path).orElseThrow(() -> Fault.notFound("webhook"));
    WebhookConfig config = hook.config();
    checkMethod(config.method(), request.method());
    verification.check(config.auth(), request, hook.tenant());
    var event = new Event(hook, WebhookPayload.of(request, config.auth()), EventKey.of(request));
    return switch (config.respond()) {
      case AT_ONCE -> answering.atOnce(event);
      case ANSWER -> answering.withAnswer(event);
    };
  }

  private static void checkMethod(Method taken, String method) {
    if (taken != Method.ANY && !taken.name().equals(method)) {
      throw new Fault(new Problem.MethodNotAllowed(List.of(taken.name())));
    }
  }
}
