package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.NamingRules;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachineAlias;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachineVersion;
import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Aliases: names for one version, or two by weight. */
final class AliasOperations {
  private final MachineCatalog catalog;
  private final EngineTime time;

  AliasOperations(MachineCatalog catalog, EngineTime time) {
    this.catalog = catalog;
    this.time = time;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("CreateStateMachineAlias", this::create);
    operations.put("UpdateStateMachineAlias", this::update);
    operations.put("DeleteStateMachineAlias", this::delete);
    operations.put("DescribeStateMachineAlias", this::describe);
    operations.put("ListStateMachineAliases", this::list);
  }

  private JsonNode create(OperationRequest request) {
    String name = NamingRules.checked(request.required("name"));
    List<StateMachineAlias.Route> routes = routes(request);
    if (routes.isEmpty()) {
      throw OperationRequest.invalid("routingConfiguration", "must not be empty");
    }
    String machine = version(routes.getFirst().versionArn()).machineArn();
    long now = time.now().toEpochMilli();
    String arn = machine + ":" + name;
    StateMachineAlias alias =
        new StateMachineAlias(arn, name, request.string("description"), routes, now, now);
    StateMachineAlias known = catalog.alias(arn).orElse(null);
    if (known != null && !known.routes().equals(routes)) {
      throw new AwsFault("ConflictException", "An alias of the name '" + name + "' exists");
    }
    catalog.put(known == null ? alias : known);
    return Json.object()
        .put("stateMachineAliasArn", arn)
        .put("creationDate", ResponseFields.seconds(known == null ? now : known.created()));
  }

  private StateMachineVersion version(String arn) {
    return catalog.version(arn).orElseThrow(() -> missing("Version", arn));
  }

  private static AwsFault missing(String what, String arn) {
    return new AwsFault("ResourceNotFound", what + " not found: '" + arn + "'");
  }

  private List<StateMachineAlias.Route> routes(OperationRequest request) {
    List<StateMachineAlias.Route> routes = new ArrayList<>();
    JsonNode list = request.get("routingConfiguration");
    if (list == null) {
      return routes;
    }
    int sum = 0;
    for (JsonNode route : list) {
      StateMachineVersion version = version(route.path("stateMachineVersionArn").asString(""));
      int weight = route.path("weight").asInt(0);
      routes.add(new StateMachineAlias.Route(version.arn(), weight));
      sum += weight;
    }
    if (sum != 100 || routes.size() > 2) {
      throw OperationRequest.invalid(
          "routingConfiguration", "needs one or two weights that sum to 100");
    }
    return routes;
  }

  private StateMachineAlias known(OperationRequest request) {
    String arn = request.required("stateMachineAliasArn");
    return catalog.alias(arn).orElseThrow(() -> missing("Alias", arn));
  }

  private JsonNode update(OperationRequest request) {
    StateMachineAlias known = known(request);
    List<StateMachineAlias.Route> routes = routes(request);
    @Nullable String described = request.string("description");
    long now = time.now().toEpochMilli();
    catalog.put(
        new StateMachineAlias(
            known.arn(),
            known.name(),
            described == null ? known.description() : described,
            routes.isEmpty() ? known.routes() : routes,
            known.created(),
            now));
    return Json.object().put("updateDate", ResponseFields.seconds(now));
  }

  private JsonNode delete(OperationRequest request) {
    catalog.removeAlias(known(request).arn());
    return Json.object();
  }

  private JsonNode describe(OperationRequest request) {
    StateMachineAlias alias = known(request);
    ObjectNode shown =
        Json.object().put("stateMachineAliasArn", alias.arn()).put("name", alias.name());
    ResponseFields.put(shown, "description", alias.description());
    ArrayNode routes = shown.putArray("routingConfiguration");
    for (StateMachineAlias.Route route : alias.routes()) {
      routes
          .addObject()
          .put("stateMachineVersionArn", route.versionArn())
          .put("weight", route.weight());
    }
    shown.put("creationDate", ResponseFields.seconds(alias.created()));
    return shown.put("updateDate", ResponseFields.seconds(alias.updated()));
  }

  private JsonNode list(OperationRequest request) {
    String arn = request.required("stateMachineArn");
    return ListPages.of(
        request,
        "stateMachineAliases",
        catalog.aliases(arn),
        alias ->
            Json.object()
                .put("stateMachineAliasArn", alias.arn())
                .put("creationDate", ResponseFields.seconds(alias.created())));
  }
}
