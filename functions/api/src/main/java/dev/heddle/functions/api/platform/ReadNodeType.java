package dev.heddle.functions.api.platform;

import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Document;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Shows one node type with its ports and form, as the list of them has it. */
public final class ReadNodeType implements Route<ReadNodeType.Input, Document> {

  /** Which one, with its version: {@code http-request@1}. */
  public record Input(@Example("http-request@1") String id) {}

  @Override
  public RouteSpec<Input, Document> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/node-types/{id}", Input.class, Document.class)
        .summary("Read a node type")
        .audience(RouteAudience.ANYONE)
        .faults(Problem.NotFound.class)
        .access();
  }

  @Override
  public Handler<Input, Document> open(Ports ports) {
    return (input, _) -> nodeType(input.id());
  }

  private static Document nodeType(String id) {
    return GeneratedCatalog.nodeTypes()
        .path("nodeTypes")
        .valueStream()
        .filter(type -> type.path("id").asString().equals(id))
        .findFirst()
        .map(Document::new)
        .orElseThrow(() -> Fault.notFound("node type " + id));
  }
}
