package dev.heddle.functions.api.secrets;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.statemachines.language.vocabulary.Shape.Format;

/** Stores a secret under its name, or replaces it. */
public final class StoreSecret implements Route<StoreSecret.Input, Nothing> {

  /** The name from the path, and the value. */
  public record Input(
      @Example("pager-token") @FormField(min = 1, max = 64, pattern = "[a-zA-Z0-9_.-]+")
          String name,
      @Example("s3cr3t-0f-the-pager") @FormField(format = Format.SECRET, min = 1, max = 10_240)
          String value) {

    /** The value stays out of logs. */
    @Override
    public String toString() {
      return "StoreSecret[" + name + "]";
    }
  }

  @Override
  public RouteSpec<Input, Nothing> spec() {
    return RouteSpec.of(Verb.PUT, "/api/v1/secrets/{name}", Input.class, Nothing.class)
        .summary("Store a secret")
        .audience(RouteAudience.ADMIN)
        .status(204)
        .faults(Problem.Conflict.class)
        .access(new Access.Uses(Access.Secrets.TENANT_WRITE));
  }

  @Override
  public Handler<Input, Nothing> open(Ports ports) {
    return (input, caller) -> {
      ports.tenantSecrets().apply(caller.member().tenant()).store(input.name(), input.value());
      return new Nothing();
    };
  }
}
