package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;

/** Starts a run when the workflow's own address is called. */
public final class WebhookNode implements NodeUnit<WebhookConfig> {
  private static final Shape TEXT = Shape.Text.of(Shape.Format.PLAIN, 0, 10_000);

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
                    Shape.Field.required("method", "Method", TEXT),
                    Shape.Field.required("path", "Path", TEXT),
                    Shape.Field.required("query", "Query", new Shape.MapOf(TEXT, 200)),
                    Shape.Field.required("headers", "Headers", new Shape.MapOf(TEXT, 200)),
                    Shape.Field.required("body", "Body", new Shape.Any()))))
        .access();
  }
}
