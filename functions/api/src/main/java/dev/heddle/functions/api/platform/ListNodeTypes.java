package dev.heddle.functions.api.platform;

import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Document;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Lists the node types with their ports and forms. */
public final class ListNodeTypes implements Route<Nothing, Document> {

  @Override
  public RouteSpec<Nothing, Document> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/node-types", Nothing.class, Document.class)
        .summary("List node types")
        .audience(RouteAudience.ANYONE)
        .access();
  }

  @Override
  public Handler<Nothing, Document> open(Ports ports) {
    return (_, _) -> new Document(GeneratedCatalog.nodeTypes());
  }
}
