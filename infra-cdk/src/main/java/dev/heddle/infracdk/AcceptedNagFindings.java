package dev.heddle.infracdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** What cdk-nag finds and we accept, each with the reason. */
final class AcceptedNagFindings {
  private AcceptedNagFindings() {}

  static void acceptFoundation(Stack stack) {
    accept(
        stack,
        "AwsSolutions-IAM5",
        "Workflows call the node functions of this deployment, matched by its prefix, and log"
            + " delivery has no resources to name.");
    accept(
        stack,
        "AwsSolutions-APIG1",
        "The live API's function logs each connection with its correlation id.");
  }

  static void acceptWildcards(IConstruct role) {
    NagSuppressions.addResourceSuppressions(
        role,
        List.of(
            suppression(
                "AwsSolutions-IAM5",
                "Items, secrets, machines and log streams are named at run time; each pattern"
                    + " begins with this deployment's prefix or a kind of item.")),
        true);
  }

  static void acceptGateway(Stack stack) {
    accept(
        stack,
        "AwsSolutions-APIG4",
        "Public routes are public on purpose (sign-in, webhooks with checks of their own); the"
            + " live API admits by token in its connect function.");
    accept(
        stack,
        "AwsSolutions-APIG1",
        "Every function logs each request with its correlation id; a second log of addresses is"
            + " not wanted.");
  }

  static void acceptSite(Stack stack) {
    accept(stack, "AwsSolutions-S1", "The bucket holds public files that only CloudFront reads.");
    accept(stack, "AwsSolutions-CFR1", "The editor is for every country.");
    accept(
        stack, "AwsSolutions-CFR2", "A web ACL costs money while idle; it is the owner's choice.");
    accept(stack, "AwsSolutions-CFR3", "CloudFront would log only what the functions log already.");
    accept(
        stack,
        "AwsSolutions-CFR4",
        "Without a domain of one's own CloudFront's certificate sets the protocol.");
    accept(stack, "AwsSolutions-IAM4", "The bucket deployment's own function is the CDK's.");
    accept(stack, "AwsSolutions-IAM5", "The bucket deployment's own function is the CDK's.");
    accept(stack, "AwsSolutions-L1", "The bucket deployment's own function is the CDK's.");
  }

  static void accept(Stack stack, String rule, String reason) {
    NagSuppressions.addStackSuppressions(stack, List.of(suppression(rule, reason)), true);
  }

  private static NagPackSuppression suppression(String rule, String reason) {
    return NagPackSuppression.builder().id(rule).reason(reason).build();
  }
}
