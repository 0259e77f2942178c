package dev.heddle.functions.api.secrets;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Removes a secret; one that is not there is removed already. */
public final class RemoveSecret implements Route<RemoveSecret.Input, Nothing> {

  /** The name from the path. */
  public record Input(
      @Example("pager-token") @FormField(min = 1, max = 64, pattern = "[a-zA-Z0-9_.-]+")
          String name) {}

  @Override
  public RouteSpec<Input, Nothing> spec() {
    return RouteSpec.of(Verb.DELETE, "/api/v1/secrets/{name}", Input.class, Nothing.class)
        .summary("Delete a secret")
        .audience(RouteAudience.ADMIN)
        .status(204)
        .access(new Access.Uses(Access.Secrets.TENANT_WRITE));
  }

  @Override
  public Handler<Input, Nothing> open(Ports ports) {
    return (input, caller) -> {
      ports.tenantSecrets().apply(caller.member().tenant()).delete(input.name());
      return new Nothing();
    };
  }
}
