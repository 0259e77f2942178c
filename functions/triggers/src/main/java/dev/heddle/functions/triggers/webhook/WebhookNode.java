package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Starts a run when the workflow's own address is called. */
public final class WebhookNode implements NodeUnit<WebhookConfig> {
  private static final Shape TEXT = new Shape.Text(Shape.Format.PLAIN, 0, 10_000, null);

  @Override
  public NodeSpec<WebhookConfig> spec() {
    return new NodeSpec<>(
        "webhook@1",
        "Webhook",
        "Starts a run when another system calls this workflow's address.",
        Family.TRIGGER,
        "webhook",
        List.of("http", "api", "endpoint", "callback", "post", "trigger", "url"),
        "{method} /{path}",
        new Wiring.Trigger(true),
        Ports.main(),
        false,
        WebhookConfig.class,
        new Shape.Fields(
            List.of(
                field("method", "Method", TEXT),
                field("path", "Path", TEXT),
                field("query", "Query", new Shape.MapOf(TEXT, 200)),
                field("headers", "Headers", new Shape.MapOf(TEXT, 200)),
                field("body", "Body", new Shape.Any()))),
        Duration.ZERO,
        Set.of());
  }

  private static Shape.Field field(String name, String title, Shape shape) {
    return new Shape.Field(name, title, "", shape, true, false, false, null);
  }
}
