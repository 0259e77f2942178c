package dev.heddle.localstack.aws.services.files;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;

import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.XmlProtocol;
import dev.heddle.localstack.aws.services.PercentEncoding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** How S3 writes its answers. */
final class S3Xml {
  private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private S3Xml() {}

  static AwsResponse answer(String root, String content) {
    return XmlProtocol.answer(200, "<" + root + NAMESPACE + ">" + content + "</" + root + ">");
  }

  static AwsResponse empty(int status) {
    return empty(status, Map.of());
  }

  static AwsResponse empty(int status, Map<String, String> headers) {
    return new AwsResponse(status, headers, new byte[0]);
  }

  static String nested(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  static String number(String name, long number) {
    return element(name, Long.toString(number));
  }

  static String time(Instant instant) {
    return INSTANT.format(instant);
  }

  /** A key, percent-encoded if the client asked for it because XML can't hold every character. */
  static String key(S3Call call, String name, String key) {
    boolean encoded = call.parameter("encoding-type").filter("url"::equals).isPresent();
    return element(name, encoded ? PercentEncoding.encode(key).replace("%2F", "/") : key);
  }
}
