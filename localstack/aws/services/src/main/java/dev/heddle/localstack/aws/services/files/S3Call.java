package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.services.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request to S3, with its place and query read. */
record S3Call(AwsRequest request, S3Location place, Map<String, List<String>> query) {

  static S3Call of(AwsRequest request) {
    return new S3Call(request, S3Location.of(request), PercentEncoding.query(request.query()));
  }

  String method() {
    return request.method();
  }

  String bucket() {
    return place.bucket();
  }

  String key() {
    return place.key();
  }

  byte[] body() {
    return request.body();
  }

  Optional<String> header(String name) {
    return request.header(name);
  }

  boolean has(String parameter) {
    return query.containsKey(parameter);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst);
  }

  int number(String name, int fallback, int most) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) {
      return fallback;
    }
    if (!text.get().matches("\\d{1,9}")) {
      throw S3Faults.invalidArgument(name + " is no number");
    }
    return Math.min(most, Integer.parseInt(text.get()));
  }
}
