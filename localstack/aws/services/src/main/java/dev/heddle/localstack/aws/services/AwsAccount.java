package dev.heddle.localstack.aws.services;

/** The account and region that the embedded services pretend to be in. */
public record AwsAccount(String id, String region) {

  /** Account 000000000000 in us-east-1, as other emulators have it. */
  public static final AwsAccount LOCAL = new AwsAccount("000000000000", "us-east-1");

  /** The name of a resource of this account, such as {@code arn:aws:sqs:…:orders}. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
  }
}
