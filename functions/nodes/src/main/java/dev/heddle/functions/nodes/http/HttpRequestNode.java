package dev.heddle.functions.nodes.http;

import dev.heddle.functions.core.http.HttpCall;
import dev.heddle.functions.core.http.HttpConfig;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.time.Duration;
import java.util.List;

/** Calls an HTTP API at a public address. */
public final class HttpRequestNode implements NodeUnit<HttpConfig> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Shape TEXT = Shape.Text.of(Shape.Format.PLAIN, 0, HttpConfig.MAX_RESPONSE);

  @Override
  public NodeSpec<HttpConfig> spec() {
    return NodeSpec.of("http-request@1", HttpConfig.class)
        .title("HTTP request")
        .summary("Calls a web API and returns its response.")
        .family(Family.CONNECT)
        .icon("globe")
        .keywords("api", "rest", "fetch", "get", "post", "webhook", "url", "curl", "call")
        .line("{method} {url}")
        .wiring(new NodeWiring.Call())
        .failurePort()
        .output(
            new Shape.Fields(
                List.of(
                    Shape.Field.required("status", "Status", new Shape.Number(100, 599, true)),
                    Shape.Field.required("headers", "Headers", new Shape.MapOf(TEXT, 200)),
                    Shape.Field.required("body", "Body", new Shape.Any()))))
        .timeout(TIMEOUT)
        .access(new Access.CallsInternet(), new Access.Uses(Access.Secrets.TENANT_READ));
  }

  @Override
  public NodeCode<HttpConfig> open(dev.heddle.functions.spec.port.Ports ports) {
    return new HttpCall(ports.internet(), ports.tenantSecrets());
  }
}
