package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** The headers that are kept with an object and answered with it. */
final class ObjectHeaders {
  private static final int USER_BYTES = 2_048;
  private static final String USER = "x-amz-meta-";
  private static final List<String> KEPT =
      List.of(
          "content-type",
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires");
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private ObjectHeaders() {}

  static Map<String, String> read(S3Call call) {
    Map<String, String> kept = new TreeMap<>();
    kept.put("content-type", "binary/octet-stream");
    call.request()
        .headers()
        .forEach(
            (name, values) -> {
              if (KEPT.contains(name) || name.startsWith(USER)) {
                kept.put(name, String.join(",", values));
              }
            });
    checkSize(kept);
    return kept;
  }

  /** The kept headers, some replaced by those that the address asks for. */
  static Map<String, String> answered(Map<String, String> kept, S3Call call) {
    Map<String, String> answered = new TreeMap<>(kept);
    KEPT.forEach(
        name ->
            call.parameter("response-" + name)
                .filter(value -> value.chars().noneMatch(Character::isISOControl))
                .ifPresent(value -> answered.put(name, value)));
    return answered;
  }

  static String json(Map<String, String> headers) {
    return JsonProtocol.JSON.writeValueAsString(headers);
  }

  static Map<String, String> parse(String json) {
    return JsonProtocol.JSON.readValue(json, TEXTS);
  }

  private static void checkSize(Map<String, String> headers) {
    int bytes =
        headers.entrySet().stream()
            .filter(header -> header.getKey().startsWith(USER))
            .mapToInt(header -> header.getKey().length() + header.getValue().length())
            .sum();
    if (bytes > USER_BYTES) {
      throw new AwsFault(
          "MetadataTooLarge",
          "Your metadata headers exceed the maximum allowed metadata size of " + USER_BYTES);
    }
  }
}
