package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Alias;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.Names;
import dev.heddle.localstack.aws.stepfunctions.machines.Version;
import dev.heddle.localstack.aws.stepfunctions.run.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Aliases: names for one version, or two by weight. */
final class AliasOperations {
  private final Catalog catalog;
  private final Time time;

  AliasOperations(Catalog catalog, Time time) {
    this.catalog = catalog;
    this.time = time;
  }

  void register(Map<String, Operation> operations) {
    operations.put("CreateStateMachineAlias", this::create);
    operations.put("UpdateStateMachineAlias", this::update);
    operations.put("DeleteStateMachineAlias", this::delete);
    operations.put("DescribeStateMachineAlias", this::describe);
    operations.put("ListStateMachineAliases", this::list);
  }

  private synchronized JsonNode create(Request request) {
    String name = Names.checked(request.required("name"));
    List<Alias.Route> routes = routes(request);
    if (routes.isEmpty()) {
      throw Request.invalid("routingConfiguration", "must not be empty");
    }
    String machine = version(routes.getFirst().versionArn()).machineArn();
    long now = time.now().toEpochMilli();
    String arn = machine + ":" + name;
    Alias alias = new Alias(arn, name, request.string("description"), routes, now, now);
    Alias known = catalog.alias(arn).orElse(null);
    if (known != null && !known.routes().equals(routes)) {
      throw new AwsFault("ConflictException", "An alias of the name '" + name + "' exists");
    }
    catalog.put(known == null ? alias : known);
    return Json.object()
        .put("stateMachineAliasArn", arn)
        .put("creationDate", Shapes.seconds(known == null ? now : known.created()));
  }

  private Version version(String arn) {
    return catalog.version(arn).orElseThrow(() -> missing("Version", arn));
  }

  private static AwsFault missing(String what, String arn) {
    return new AwsFault("ResourceNotFound", what + " not found: '" + arn + "'");
  }

  private List<Alias.Route> routes(Request request) {
    List<Alias.Route> routes = new ArrayList<>();
    JsonNode list = request.get("routingConfiguration");
    if (list == null) {
      return routes;
    }
    int sum = 0;
    for (JsonNode route : list) {
      Version version = version(route.path("stateMachineVersionArn").asString(""));
      int weight = route.path("weight").asInt(0);
      routes.add(new Alias.Route(version.arn(), weight));
      sum += weight;
    }
    if (sum != 100 || routes.size() > 2) {
      throw Request.invalid("routingConfiguration", "needs one or two weights that sum to 100");
    }
    return routes;
  }

  private Alias known(Request request) {
    String arn = request.required("stateMachineAliasArn");
    return catalog.alias(arn).orElseThrow(() -> missing("Alias", arn));
  }

  private synchronized JsonNode update(Request request) {
    Alias known = known(request);
    List<Alias.Route> routes = routes(request);
    @Nullable String described = request.string("description");
    long now = time.now().toEpochMilli();
    catalog.put(
        new Alias(
            known.arn(),
            known.name(),
            described == null ? known.description() : described,
            routes.isEmpty() ? known.routes() : routes,
            known.created(),
            now));
    return Json.object().put("updateDate", Shapes.seconds(now));
  }

  private synchronized JsonNode delete(Request request) {
    catalog.removeAlias(known(request).arn());
    return Json.object();
  }

  private JsonNode describe(Request request) {
    Alias alias = known(request);
    ObjectNode shown =
        Json.object().put("stateMachineAliasArn", alias.arn()).put("name", alias.name());
    Shapes.put(shown, "description", alias.description());
    ArrayNode routes = shown.putArray("routingConfiguration");
    for (Alias.Route route : alias.routes()) {
      routes
          .addObject()
          .put("stateMachineVersionArn", route.versionArn())
          .put("weight", route.weight());
    }
    shown.put("creationDate", Shapes.seconds(alias.created()));
    return shown.put("updateDate", Shapes.seconds(alias.updated()));
  }

  private JsonNode list(Request request) {
    String arn = request.required("stateMachineArn");
    return Pages.of(
        request,
        "stateMachineAliases",
        catalog.aliases(arn),
        alias ->
            Json.object()
                .put("stateMachineAliasArn", alias.arn())
                .put("creationDate", Shapes.seconds(alias.created())));
  }
}
