package dev.heddle.infracdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/**
 * The editor: a private bucket behind CloudFront, with API, hooks and sockets below one address.
 */
final class SiteStack extends Stack {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self'; connect-src 'self' wss:; worker-src 'self' blob:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Pages of the editor have no dot in their path; all of them are the one page. */
  private static final String PAGES =
      """
      function handler(event) {
        var request = event.request;
        if (request.uri.indexOf('.') < 0) request.uri = '/index.html';
        return request;
      }
      """;

  SiteStack(
      Construct scope,
      DeploymentConfig deployment,
      FoundationStack foundation,
      GatewayStack gateway) {
    super(scope, deployment.name() + "-site");
    Bucket bucket = bucket();
    IOrigin api = new HttpOrigin(host(gateway.api.getApiEndpoint()));
    IOrigin live = new HttpOrigin(host(foundation.live.getApiEndpoint()));
    Distribution distribution =
        Distribution.Builder.create(this, "Distribution")
            .comment(deployment.name())
            .defaultRootObject("index.html")
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .defaultBehavior(pages(bucket))
            .additionalBehaviors(
                Map.of(
                    "/api/*", passed(api),
                    "/hooks/*", passed(api),
                    "/hooks-test/*", passed(api),
                    "/live", passed(live)))
            .build();
    deploy(deployment, bucket, distribution);
    CfnOutput.Builder.create(this, "Url")
        .value("https://" + distribution.getDistributionDomainName())
        .build();
    AcceptedNagFindings.acceptSite(this);
  }

  private Bucket bucket() {
    return Bucket.Builder.create(this, "Web")
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .encryption(BucketEncryption.S3_MANAGED)
        .enforceSsl(true)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private BehaviorOptions pages(Bucket bucket) {
    var rewrite =
        software.amazon.awscdk.services.cloudfront.Function.Builder.create(this, "Pages")
            .code(FunctionCode.fromInline(PAGES))
            .build();
    return BehaviorOptions.builder()
        .origin(S3BucketOrigin.withOriginAccessControl(bucket))
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .responseHeadersPolicy(headers())
        .functionAssociations(
            List.of(
                FunctionAssociation.builder()
                    .function(rewrite)
                    .eventType(FunctionEventType.VIEWER_REQUEST)
                    .build()))
        .build();
  }

  private static BehaviorOptions passed(IOrigin origin) {
    return BehaviorOptions.builder()
        .origin(origin)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        .build();
  }

  private ResponseHeadersPolicy headers() {
    return ResponseHeadersPolicy.Builder.create(this, "Headers")
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(
                    ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(POLICY)
                        .override(true)
                        .build())
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .frameOptions(
                    ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.DENY)
                        .override(true)
                        .build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.SAME_ORIGIN)
                        .override(true)
                        .build())
                .strictTransportSecurity(
                    ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.days(365))
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .build())
        .build();
  }

  /** Deploys the site if it was built; a template can be tested without it. */
  private void deploy(DeploymentConfig deployment, Bucket bucket, Distribution distribution) {
    Path built = deployment.root().resolve("web/dist");
    if (Files.isDirectory(built)) {
      BucketDeployment.Builder.create(this, "Files")
          .sources(List.of(Source.asset(built.toString())))
          .destinationBucket(bucket)
          .distribution(distribution)
          .build();
    }
  }

  private static String host(String endpoint) {
    return Fn.select(2, Fn.split("/", endpoint));
  }
}
