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
final class WebhookIntake implements Channel.Handler {
  static final int MAX_BODY = 1024 * 1024;

  private final WebhookLookup hooks;
  private final WebhookVerification verification;
  private final WebhookResponder webhookResponder;

  private WebhookIntake(Ports ports, WebhookLookup hooks, AsyncRunStart asyncRunStart) {
    this.hooks = hooks;
    verification = new WebhookVerification(ports.tenantSecrets());
    webhookResponder = new WebhookResponder(ports, asyncRunStart);
  }

  /** The addresses of published workflows; what need not be answered goes through the queue. */
  static WebhookIntake published(Ports ports) {
    return new WebhookIntake(
        ports, new PublishedWebhooks(ports), new AsyncRunStart.Queued(ports.intake()));
  }

  /** The addresses of drafts, which the queue knows nothing of. */
  static WebhookIntake drafts(Ports ports) {
    return new WebhookIntake(ports, new DraftWebhooks(ports), AsyncRunStart.Direct.by(ports));
  }

  @Override
  public RawReply receive(RawRequest request) {
    String tenant = request.parameters().getOrDefault("tenant", "");
    String path = request.parameters().getOrDefault("path", "");
    WebhookTarget hook = hooks.find(tenant, path).orElseThrow(() -> Fault.notFound("webhook"));
    WebhookConfig config = hook.config();
    checkMethod(config.method(), request.method());
    verification.check(config.auth(), request, hook.tenant());
    var event =
        new WebhookCall(
            hook, WebhookPayload.of(request, config.auth()), IdempotencyKey.of(request));
    return switch (config.respond()) {
      case AT_ONCE -> webhookResponder.acknowledge(event);
      case ANSWER -> webhookResponder.respond(event);
    };
  }

  private static void checkMethod(Method taken, String method) {
    if (taken != Method.ANY && !taken.name().equals(method)) {
      throw new Fault(new Problem.MethodNotAllowed(List.of(taken.name())));
    }
  }
}
