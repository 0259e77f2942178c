package dev.heddle.localstack.aws.services.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.services.RequestInput;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mail given as MIME text: its headers, unfolded, by name, and its body as it stands; parts and
 * encodings are not taken apart.
 */
record RawMail(Map<String, String> headers, String body) {

  static RawMail parse(RequestInput raw) {
    String text = new String(decoded(raw), UTF_8).replace("\r\n", "\n");
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text : text.substring(0, blank);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : head.replaceAll("\n[ \t]+", " ").split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return new RawMail(headers, blank < 0 ? "" : text.substring(blank + 2));
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  List<String> addresses(String name) {
    return Arrays.stream(header(name).split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private static byte[] decoded(RequestInput raw) {
    try {
      return Base64.getDecoder().decode(raw.required("Data"));
    } catch (IllegalArgumentException e) {
      throw raw.invalid("The raw message is not Base64.");
    }
  }
}
