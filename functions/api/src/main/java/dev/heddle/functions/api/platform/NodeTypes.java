package dev.heddle.functions.api.platform;

import dev.heddle.functions.core.catalog.Audience;
import dev.heddle.functions.core.catalog.GeneratedCatalog;
import dev.heddle.functions.core.catalog.Route;
import dev.heddle.functions.core.catalog.RouteSpec;
import dev.heddle.functions.core.catalog.RouteSpec.Document;
import dev.heddle.functions.core.catalog.RouteSpec.Nothing;
import dev.heddle.functions.core.catalog.RouteSpec.Verb;
import dev.heddle.functions.core.port.Ports;
import java.util.Set;

/** Lists the node types with their ports and forms. */
public final class NodeTypes implements Route<Nothing, Document> {

  @Override
  public RouteSpec<Nothing, Document> spec() {
    return new RouteSpec<>(
        Verb.GET,
        "/api/v1/node-types",
        Audience.ANYONE,
        Nothing.class,
        Document.class,
        200,
        "List node types",
        RouteSpec.SMALL_BODY,
        Set.of());
  }

  @Override
  public Handler<Nothing, Document> open(Ports ports) {
    return (_, _) -> new Document(GeneratedCatalog.nodeTypes());
  }
}
