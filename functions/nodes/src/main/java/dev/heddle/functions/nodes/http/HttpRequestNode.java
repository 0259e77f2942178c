package dev.heddle.functions.nodes.http;

import dev.heddle.functions.core.http.HttpCall;
import dev.heddle.functions.core.http.HttpConfig;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Shape;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Calls an HTTP API at a public address. */
public final class HttpRequestNode implements NodeUnit<HttpConfig> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Shape TEXT =
      new Shape.Text(Shape.Format.PLAIN, 0, HttpConfig.MAX_RESPONSE, null);

  @Override
  public NodeSpec<HttpConfig> spec() {
    return new NodeSpec<>(
        "http-request@1",
        "HTTP request",
        "Calls a web API and hands on its answer.",
        Family.CONNECT,
        "globe",
        List.of("api", "rest", "fetch", "get", "post", "webhook", "url", "curl", "call"),
        "{method} {url}",
        new Wiring.Call(),
        Ports.main(),
        true,
        HttpConfig.class,
        new Shape.Fields(
            List.of(
                field("status", "Status", new Shape.Number(100, 599, true)),
                field("headers", "Headers", new Shape.MapOf(TEXT, 200)),
                field("body", "Body", new Shape.Any()))),
        TIMEOUT,
        Set.of(new Access.CallsInternet(), new Access.Uses(Access.Secrets.TENANT_READ)));
  }

  @Override
  public NodeCode<HttpConfig> open(dev.heddle.functions.spec.port.Ports ports) {
    return new HttpCall(ports.internet(), ports.vault());
  }

  private static Shape.Field field(String name, String title, Shape shape) {
    return new Shape.Field(name, title, "", shape, true, false, false, null);
  }
}
