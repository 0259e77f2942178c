package dev.heddle.functions.api.secrets;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Audience;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import java.util.Set;

/** Removes a secret; one that is not there is removed already. */
public final class RemoveSecret implements Route<RemoveSecret.Input, Nothing> {

  /** The name from the path. */
  public record Input(@Form(min = 1, max = 64, pattern = "[a-zA-Z0-9_.-]+") String name) {}

  @Override
  public RouteSpec<Input, Nothing> spec() {
    return new RouteSpec<>(
        Verb.DELETE,
        "/api/v1/secrets/{name}",
        Audience.ADMIN,
        Input.class,
        Nothing.class,
        204,
        "Remove a secret",
        RouteSpec.SMALL_BODY,
        Set.of(new Access.Uses(Access.Secrets.TENANT_WRITE)));
  }

  @Override
  public Handler<Input, Nothing> open(Ports ports) {
    return (input, caller) -> {
      ports.vault().apply(caller.member().tenant()).drop(input.name());
      return new Nothing();
    };
  }
}
