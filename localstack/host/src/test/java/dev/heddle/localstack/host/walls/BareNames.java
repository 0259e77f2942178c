package dev.heddle.localstack.host.walls;

import java.util.Map;
import java.util.stream.Collectors;

/** The types that may bear one bare word, and what makes it enough. */
final class BareNames {

  /** By name, why it needs no second word. */
  static final Map<String, String> REASONS =
      """
      Access: what a unit may touch; every unit says it
      Activity: the service's own term for a worker that polls
      Approval: what a person is asked for, as on screen
      Approvals: the port of its entity
      Branch: the service's own term for a list of states
      Bucket: the service's own term
      Caller: who calls a route, beside whom there is no other
      Catalog: the one list of all units
      Channel: the kind of unit
      Channels: the list of its units
      Compiler: the room's one entrance
      Connections: the port of its entity
      Conversations: the port of its entity
      Deadline: of a call, as gRPC says it
      Diagnostic: a compiler's term
      Diagnostics: a compiler's term
      Door: where an event comes in; the walls are built around it
      Drawing: what is compiled
      Effect: an engine's term for what follows a commit
      Entities: the list of what is stored
      Entity: the kind of unit
      Example: OpenAPI's own term, as an annotation
      Execution: the service's own term
      Expr: a parser's term
      Fact: an event sourcing term
      Fault: what a route refuses with
      Fold: an event sourcing term
      Glob: a shell's term
      Heddle: the command
      Hooks: the port of its entity
      Idempotency: the port of its entity
      Issue: what is wrong with a drawing, as on screen
      Job: the kind of unit
      Json: the engine's JSON and no other
      Laptop: all of it on one machine
      Lexer: a parser's term
      Liveness: a compiler's term for which values are still read
      Membership: of a person in a workspace
      Outbox: the pattern of that name
      Page: one of a list
      Payload: the service's own term for a state's JSON
      Phase: where in a state an execution is
      Ports: what a unit is opened with
      Problem: RFC 9457's term
      Providers: the list of its units
      Refused: an error's name on the wire
      Role: of a member, as on screen
      Route: the kind of unit
      Run: one execution of a workflow, as on screen
      Runs: the port of its entity
      Schedule: the service's own term
      Secret: the service's own term
      Sessions: the port of its entity
      Shape: of a JSON value, from which forms and schemas are made
      Tenant: a workspace, by whom everything is stored
      Tenants: the port of its entity
      Tool: what a model may call, as every provider says it
      Transcript: all that was said to a model
      Trigger: what starts runs, as on screen
      Triggers: the list of its units
      Unit: what can be added
      User: a person with a log-in
      Users: the port of its entity
      Vertex: a graph's term
      Workflow: what is drawn, as on screen
      Workflows: the port of its entity
      Workspace: a tenant, as on screen
      """
          .lines()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

  private BareNames() {}
}
