package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.account.Membership;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import java.util.List;
import java.util.stream.Stream;

/** Who the caller is, and where they belong. */
public final class ReadCurrentUser implements Route<Nothing, ReadCurrentUser.Output> {

  /** The person, the workspace the token is for, and all their workspaces. */
  public record Output(UserProfile user, TenantDetails tenant, List<TenantDetails> memberships) {}

  @Override
  public RouteSpec<Nothing, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/auth/me", Nothing.class, Output.class)
        .summary("Read the current user")
        .access(new Access.Reads(Users.ENTITY), new Access.Reads(Tenants.ENTITY));
  }

  @Override
  public Handler<Nothing, Output> open(Ports ports) {
    return (_, caller) -> read(ports, caller.member());
  }

  private static Output read(Ports ports, Caller.Member caller) {
    User user =
        ports.of(Users.ENTITY).find(caller.user()).orElseThrow(ReadCurrentUser::noLongerMember);
    List<TenantDetails> memberships =
        ports.of(Tenants.ENTITY).memberships(user.id()).stream()
            .flatMap(membership -> answer(ports.of(Tenants.ENTITY), membership))
            .toList();
    TenantDetails current =
        memberships.stream()
            .filter(tenant -> tenant.id().equals(caller.tenant().id()))
            .findFirst()
            .orElseThrow(ReadCurrentUser::noLongerMember);
    return new Output(UserProfile.of(user), current, memberships);
  }

  private static Stream<TenantDetails> answer(Tenants tenants, Membership membership) {
    return tenants
        .find(membership.tenant())
        .map(workspace -> TenantDetails.of(workspace, membership.role()))
        .stream();
  }

  private static Fault noLongerMember() {
    return new Fault(
        new Problem.Unauthenticated("You are no longer a member of this workspace. Log in again."));
  }
}
