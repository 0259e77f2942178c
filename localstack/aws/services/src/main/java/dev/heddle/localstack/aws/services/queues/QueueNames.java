package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.services.AwsAccount;
import java.util.regex.Pattern;

/** A queue's three names: its own, its URL at the address the caller used, and its ARN. */
final class QueueNames {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo");

  private final AwsAccount account;

  QueueNames(AwsAccount account) {
    this.account = account;
  }

  /** The URL on the host and port that the request came to. */
  String url(AwsRequest request, String name) {
    return "http://" + request.header("host").orElse("localhost") + "/" + account.id() + "/" + name;
  }

  String arn(String name) {
    return account.arn("sqs", name);
  }

  /** The name at the end of a URL or ARN; what stands before it may be another address. */
  static String of(String urlOrArn) {
    return urlOrArn.substring(Math.max(urlOrArn.lastIndexOf('/'), urlOrArn.lastIndexOf(':')) + 1);
  }

  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new AwsFault(
          "InvalidParameterValue",
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    return name;
  }
}
