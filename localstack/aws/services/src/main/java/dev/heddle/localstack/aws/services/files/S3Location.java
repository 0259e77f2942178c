package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.services.PercentEncoding;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bucket and key that a request is about, from its path or, virtual-host style, its host too;
 * either is empty when it isn't named.
 */
record S3Location(String bucket, String key) {
  private static final Pattern VIRTUAL_HOST =
      Pattern.compile("([a-z0-9][a-z0-9.-]+?)\\.(?:s3[.-].+|s3\\.localhost|localhost)");

  static S3Location of(AwsRequest request) {
    String path = request.path().startsWith("/") ? request.path().substring(1) : request.path();
    Optional<String> host = bucketOfHost(request.header("host").orElse(""));
    if (host.isPresent()) {
      return new S3Location(host.get(), PercentEncoding.decode(path));
    }
    int slash = path.indexOf('/');
    return slash < 0
        ? new S3Location(PercentEncoding.decode(path), "")
        : new S3Location(
            PercentEncoding.decode(path.substring(0, slash)),
            PercentEncoding.decode(path.substring(slash + 1)));
  }

  /** The bucket and key of a copy source such as {@code /bucket/a%20key}. */
  static S3Location ofSource(String source) {
    String path = source.startsWith("/") ? source.substring(1) : source;
    int slash = path.indexOf('/');
    if (slash <= 0 || slash == path.length() - 1) {
      throw S3Faults.invalidArgument("The copy source must be bucket/key");
    }
    return new S3Location(
        PercentEncoding.decode(path.substring(0, slash)),
        PercentEncoding.decode(path.substring(slash + 1)));
  }

  private static Optional<String> bucketOfHost(String host) {
    String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    Matcher matcher = VIRTUAL_HOST.matcher(name);
    return matcher.matches() && !matcher.group(1).equals("s3")
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }
}
