package dev.heddle.localstack.aws.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decodes a body in {@code aws-chunked} encoding (signed or unsigned chunks, checksum trailers);
 * signatures are not verified.
 */
final class AwsChunkedDecoder {
  private static final int LINE = 16_384;

  private final byte[] body;
  private int at;

  private AwsChunkedDecoder(byte[] body) {
    this.body = body;
  }

  /** The request with its plain body and its trailers among the headers, or as it was. */
  static AwsRequest decoded(AwsRequest request) {
    return isChunked(request) ? new AwsChunkedDecoder(request.body()).decode(request) : request;
  }

  private static boolean isChunked(AwsRequest request) {
    return request.header("content-encoding").filter(e -> e.contains("aws-chunked")).isPresent()
        || request
            .header("x-amz-content-sha256")
            .filter(s -> s.startsWith("STREAMING-"))
            .isPresent();
  }

  private AwsRequest decode(AwsRequest request) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    byte[] plain = chunks();
    trailers(headers);
    checkLength(request, plain.length);
    unwrapEncoding(headers);
    return new AwsRequest(request.method(), request.path(), request.query(), headers, plain);
  }

  private byte[] chunks() {
    var plain = new ByteArrayOutputStream(body.length);
    for (int size = size(line()); size > 0; size = size(line())) {
      if (size > body.length - at) {
        throw malformed("a chunk is longer than the body");
      }
      plain.write(body, at, size);
      at += size;
      if (!line().isEmpty()) {
        throw malformed("a chunk does not end where it says");
      }
    }
    return plain.toByteArray();
  }

  private void trailers(Map<String, List<String>> headers) {
    while (at < body.length) {
      String line = line();
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, List.of(line.substring(colon + 1).strip()));
      }
    }
  }

  private static int size(String line) {
    String hex = line.split(";", 2)[0].strip();
    if (!hex.matches("[0-9a-fA-F]{1,7}")) {
      throw malformed("a chunk has no size");
    }
    return Integer.parseInt(hex, 16);
  }

  private String line() {
    int end = at;
    while (end < body.length && body[end] != '\n' && end - at < LINE) {
      end++;
    }
    if (end == body.length || body[end] != '\n') {
      throw malformed("it ends within a chunk");
    }
    String line = new String(body, at, end - at, ISO_8859_1).strip();
    at = end + 1;
    return line;
  }

  private static void checkLength(AwsRequest request, int length) {
    request
        .header("x-amz-decoded-content-length")
        .filter(said -> !said.equals(Integer.toString(length)))
        .ifPresent(
            said -> {
              throw malformed("it says " + said + " bytes but has " + length);
            });
  }

  private static void unwrapEncoding(Map<String, List<String>> headers) {
    String rest =
        headers.getOrDefault("content-encoding", List.of()).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(value -> !value.equals("aws-chunked"))
            .collect(Collectors.joining(","));
    headers.remove("content-encoding");
    if (!rest.isEmpty()) {
      headers.put("content-encoding", List.of(rest));
    }
  }

  private static AwsFault malformed(String why) {
    return new AwsFault("IncompleteBody", "The aws-chunked body is malformed: " + why);
  }
}
