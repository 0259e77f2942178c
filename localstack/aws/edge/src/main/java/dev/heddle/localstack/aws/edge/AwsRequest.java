package dev.heddle.localstack.aws.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request to an embedded AWS service, whole in memory.
 *
 * @param path the raw, still percent-encoded path
 * @param query the raw query string without the question mark; empty when there is none
 * @param headers by lower-case name
 */
public record AwsRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(List::getFirst);
  }

  /** The operation named by {@code X-Amz-Target} if its service prefix is the given one. */
  public Optional<String> target(String prefix) {
    return header("x-amz-target")
        .filter(target -> target.startsWith(prefix + "."))
        .map(target -> target.substring(prefix.length() + 1));
  }

  /** The same request with another body. */
  public AwsRequest withBody(byte[] other) {
    return new AwsRequest(method, path, query, headers, other);
  }

  /** The service named by the credential scope of the signature, such as {@code s3}. */
  public Optional<String> signedService() {
    return header("authorization").flatMap(AwsRequest::serviceOfScope);
  }

  private static Optional<String> serviceOfScope(String authorization) {
    int credential = authorization.indexOf("Credential=");
    if (credential < 0) {
      return Optional.empty();
    }
    String[] scope = authorization.substring(credential).split("[/,]", 7);
    return scope.length < 5 ? Optional.empty() : Optional.of(scope[3]);
  }
}
