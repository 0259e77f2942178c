package dev.heddle.infracdk;

import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.WebSocketLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpApiAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizerAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.WebSocketRoute;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Permission;

/**
 * The routes of the two APIs to the functions of one stack. Integration, permission and route stand
 * beside their function, so that each comes and goes with it and no stack holds all of them.
 */
final class GatewayRoutes {
  private final Stack stack;
  private final GatewayStack gateway;
  private final FoundationStack foundation;
  private final IHttpApi api;
  private final IHttpRouteAuthorizer authorizer;

  GatewayRoutes(Stack stack, GatewayStack gateway, FoundationStack foundation) {
    this.stack = stack;
    this.gateway = gateway;
    this.foundation = foundation;
    // By their ids: on the constructs themselves the CDK would hang routes in the gateway's stack.
    api =
        HttpApi.fromHttpApiAttributes(
            stack, "Api", HttpApiAttributes.builder().httpApiId(gateway.api.getApiId()).build());
    authorizer =
        HttpAuthorizer.fromHttpAuthorizerAttributes(
            stack,
            "Authorizer",
            HttpAuthorizerAttributes.builder()
                .authorizerId(gateway.authorizer.getRef())
                .authorizerType("CUSTOM")
                .build());
  }

  void add(Route<?, ?> route, Alias function) {
    HttpMethod method = HttpMethod.valueOf(route.spec().verb().name());
    HttpRoute.Builder made = route(route.name(), route.spec().path(), method, function);
    if (route.spec().audience() != RouteAudience.ANYONE) {
      made.authorizer(authorizer);
    }
    made.build();
  }

  void add(Channel channel, Alias function) {
    for (String path : channel.spec().paths()) {
      route(channel.name() + path, path, HttpMethod.ANY, function).build();
    }
  }

  private HttpRoute.Builder route(String id, String path, HttpMethod method, Alias function) {
    return HttpRoute.Builder.create(stack, id + "Route")
        .httpApi(api)
        .routeKey(HttpRouteKey.with(path, method))
        .integration(new HttpLambdaIntegration(id, function));
  }

  /** Lets the gateway ask this function who a caller is. */
  void admitAuthorizer(Alias function) {
    function.addPermission(
        "Authorizer",
        Permission.builder()
            .principal(new ServicePrincipal("apigateway.amazonaws.com"))
            .sourceArn(
                stack.formatArn(
                    ArnComponents.builder()
                        .service("execute-api")
                        .resource(gateway.api.getApiId())
                        .resourceName("authorizers/" + gateway.authorizer.getRef())
                        .build()))
            .build());
  }

  /** The three routes of the live API. */
  void addLive(Alias function) {
    for (String key : List.of("$connect", "$disconnect", "$default")) {
      String id = "Live" + key.substring(1);
      WebSocketRoute.Builder.create(stack, id)
          .webSocketApi(foundation.live)
          .routeKey(key)
          .integration(new WebSocketLambdaIntegration(id, function))
          .build();
    }
  }
}
