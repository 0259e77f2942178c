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

/** Describes this API. */
public final class OpenApi implements Route<Nothing, Document> {

  @Override
  public RouteSpec<Nothing, Document> spec() {
    return new RouteSpec<>(
        Verb.GET,
        "/api/v1/openapi.json",
        Audience.ANYONE,
        Nothing.class,
        Document.class,
        200,
        "Describe this API",
        RouteSpec.SMALL_BODY,
        Set.of());
  }

  @Override
  public Handler<Nothing, Document> open(Ports ports) {
    return (_, _) -> new Document(GeneratedCatalog.openApi());
  }
}
