package dev.heddle.functions.api.platform;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflows;

/** Says whether the store answers; a fault unavailable when it does not. */
public final class CheckReadiness implements Route<Nothing, CheckReadiness.Output> {
  private static final Tenant NOBODY = new Tenant("ten_00000000000000000000");

  /** Ready. */
  public record Output(@Example("ready") String status) {}

  @Override
  public RouteSpec<Nothing, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/ready", Nothing.class, Output.class)
        .summary("Check that the API is ready")
        .audience(RouteAudience.ANYONE)
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Nothing, Output> open(Ports ports) {
    return (_, _) -> {
      ports.of(Workflows.ENTITY).apply(NOBODY).list(1, null);
      return new Output("ready");
    };
  }
}
