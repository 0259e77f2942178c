package dev.heddle.functions.api.platform;

import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Document;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;

/** Describes this API. */
public final class ReadOpenApi implements Route<Nothing, Document> {

  @Override
  public RouteSpec<Nothing, Document> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/openapi.json", Nothing.class, Document.class)
        .summary("Read the OpenAPI document")
        .audience(RouteAudience.ANYONE)
        .access();
  }

  @Override
  public Handler<Nothing, Document> open(Ports ports) {
    return (_, _) -> new Document(GeneratedCatalog.openApi());
  }
}
