package dev.heddle.functions.api.secrets;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import java.time.Instant;
import java.util.List;

/** Names the workspace's secrets. */
public final class ListSecrets implements Route<Nothing, ListSecrets.Output> {

  /** All of them, by name. */
  public record Output(List<SecretSummary> items) {}

  /** One; its value is never told. */
  public record SecretSummary(@Example("pager-token") String name, Instant updatedAt) {}

  @Override
  public RouteSpec<Nothing, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/secrets", Nothing.class, Output.class)
        .summary("List secrets")
        .access(new Access.Uses(Access.Secrets.TENANT_WRITE));
  }

  @Override
  public Handler<Nothing, Output> open(Ports ports) {
    return (_, caller) -> {
      TenantSecrets vault = ports.tenantSecrets().apply(caller.member().tenant());
      return new Output(
          vault.list().stream()
              .map(entry -> new SecretSummary(entry.name(), entry.updatedAt()))
              .toList());
    };
  }
}
