package dev.heddle.infracdk;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Job;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.constructs.Construct;

/** The HTTP API and who asks for a caller's name; its routes stand beside their functions. */
final class GatewayStack extends Stack {
  final HttpApi api;
  final CfnAuthorizer authorizer;

  GatewayStack(Construct scope, DeploymentConfig deployment, Catalog catalog) {
    super(scope, deployment.name() + "-gateway");
    api = HttpApi.Builder.create(this, "Api").apiName(deployment.name()).build();
    authorizer = authorizer(deployment.functionArn(authorizer(catalog).name(), this));
    AcceptedNagFindings.acceptGateway(this);
  }

  private static Job<?, ?> authorizer(Catalog catalog) {
    return catalog.jobs().stream()
        .filter(job -> job.spec().source() instanceof Job.Source.FromAuthorizer)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No job answers who a caller is"));
  }

  /** Not kept for a second call: a token that was revoked would pass until it is forgotten. */
  private CfnAuthorizer authorizer(String functionArn) {
    return CfnAuthorizer.Builder.create(this, "Authorizer")
        .name("Authorizer")
        .apiId(api.getApiId())
        .authorizerType("REQUEST")
        .authorizerUri(invocation(functionArn))
        .authorizerPayloadFormatVersion("2.0")
        .enableSimpleResponses(true)
        .identitySource(List.of("$request.header.Authorization"))
        .authorizerResultTtlInSeconds(0)
        .build();
  }

  private String invocation(String functionArn) {
    return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(getPartition(), getRegion(), functionArn);
  }
}
