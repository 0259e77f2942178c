package dev.heddle.infracdk;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Audience;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.Unit;
import java.util.List;
import java.util.function.Function;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaResponseType;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.WebSocketLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.WebSocketRoute;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** The HTTP API and the WebSocket API: a route for each of the catalog. */
final class GatewayStack extends Stack {
  final HttpApi api;

  private final Function<Unit, Alias> functions;
  private final HttpLambdaAuthorizer authorizer;

  GatewayStack(
      Construct scope,
      Deployment deployment,
      Foundation foundation,
      Catalog catalog,
      Function<Unit, Alias> functions) {
    super(scope, deployment.name() + "-gateway");
    this.functions = functions;
    api = HttpApi.Builder.create(this, "Api").apiName(deployment.name()).build();
    authorizer = authorizer(job(catalog, new Job.Source.FromAuthorizer()));
    catalog.routes().forEach(this::add);
    catalog.channels().forEach(this::add);
    live(foundation, job(catalog, new Job.Source.FromWebSocket()));
    Nag.acceptGateway(this);
  }

  private static Job<?, ?> job(Catalog catalog, Job.Source source) {
    return catalog.jobs().stream()
        .filter(job -> job.spec().source().equals(source))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No job works on " + source));
  }

  private HttpLambdaAuthorizer authorizer(Job<?, ?> job) {
    return HttpLambdaAuthorizer.Builder.create("Authorizer", functions.apply(job))
        .responseTypes(List.of(HttpLambdaResponseType.SIMPLE))
        .identitySource(List.of("$request.header.Authorization"))
        .resultsCacheTtl(Duration.seconds(0))
        .build();
  }

  private void add(Route<?, ?> route) {
    AddRoutesOptions.Builder options =
        AddRoutesOptions.builder()
            .path(route.spec().path())
            .methods(List.of(HttpMethod.valueOf(route.spec().verb().name())))
            .integration(integration(route));
    if (route.spec().audience() != Audience.ANYONE) {
      options.authorizer(authorizer);
    }
    api.addRoutes(options.build());
  }

  private void add(Channel channel) {
    HttpLambdaIntegration integration = integration(channel);
    for (String path : channel.spec().paths()) {
      api.addRoutes(
          AddRoutesOptions.builder()
              .path(path)
              .methods(List.of(HttpMethod.ANY))
              .integration(integration)
              .build());
    }
  }

  private HttpLambdaIntegration integration(Unit unit) {
    return new HttpLambdaIntegration(unit.name(), functions.apply(unit));
  }

  private void live(Foundation foundation, Job<?, ?> job) {
    for (String key : List.of("$connect", "$disconnect", "$default")) {
      WebSocketRoute.Builder.create(this, "Live" + key.substring(1))
          .webSocketApi(foundation.live)
          .routeKey(key)
          .integration(
              new WebSocketLambdaIntegration("Live" + key.substring(1), functions.apply(job)))
          .build();
    }
  }
}
