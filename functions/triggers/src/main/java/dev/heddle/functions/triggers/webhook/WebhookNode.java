package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;

/** Starts a run when the workflow's own address is called. */
public final class WebhookNode implements NodeUnit<WebhookConfig> {
  private static final Shape TEXT = new Shape.Text(Shape.Format.PLAIN, 0, 10_000, null);

  @Override
  public NodeSpec<WebhookConfig> spec() {
    return NodeSpec.of("webhook@1", WebhookConfig.class)
        .title("Webhook")
        .summary("Starts a run when another system calls this workflow's URL.")
        .family(Family.TRIGGER)
        .icon("webhook")
        .keywords("http", "api", "endpoint", "callback", "post", "trigger", "url")
        .line("{method} /{path}")
        .wiring(new NodeWiring.Trigger(true))
        .output(
            new Shape.Fields(
                List.of(
                    field("method", "Method", TEXT),
                    field("path", "Path", TEXT),
                    field("query", "Query", new Shape.MapOf(TEXT, 200)),
                    field("headers", "Headers", new Shape.MapOf(TEXT, 200)),
                    field("body", "Body", new Shape.Any()))))
        .access();
  }

  private static Shape.Field field(String name, String title, Shape shape) {
    return new Shape.Field(name, title, "", shape, true, false, false, null);
  }
}
