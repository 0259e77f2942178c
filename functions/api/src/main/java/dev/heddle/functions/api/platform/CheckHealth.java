package dev.heddle.functions.api.platform;

import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import org.jspecify.annotations.Nullable;

/** Says that the platform answers; on a laptop also how to sign in to its demo. */
public final class CheckHealth implements Route<Nothing, CheckHealth.Output> {

  /** Alive, and the demo's log-in if there is one. */
  public record Output(@Example("ok") String status, DeploymentSettings.@Nullable Demo demo) {}

  @Override
  public RouteSpec<Nothing, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/health", Nothing.class, Output.class)
        .summary("Check that the API is running")
        .audience(RouteAudience.ANYONE)
        .access();
  }

  @Override
  public Handler<Nothing, Output> open(Ports ports) {
    Output output = new Output("ok", ports.settings().demo());
    return (_, _) -> output;
  }
}
