package dev.heddle.localstack.aws.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** Writes the XML answers of the query and REST-XML protocols. */
public final class XmlProtocol {
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private XmlProtocol() {}

  /** An answer whose body is the given element. */
  public static AwsResponse answer(int status, String element) {
    return new AwsResponse(
        status, Map.of("content-type", "application/xml"), (PROLOG + element).getBytes(UTF_8));
  }

  /** The error shape of REST-XML, as S3 writes it. */
  public static AwsResponse restError(AwsFault fault) {
    return answer(fault.status(), "<Error>" + codeAndMessage(fault) + "</Error>");
  }

  /** The error shape of the query protocol, as STS writes it. */
  public static AwsResponse queryError(AwsFault fault) {
    String sender = fault.status() < 500 ? "Sender" : "Receiver";
    return answer(
        fault.status(),
        "<ErrorResponse><Error>"
            + element("Type", sender)
            + codeAndMessage(fault)
            + "</Error></ErrorResponse>");
  }

  /** An element with escaped text. */
  public static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  private static String codeAndMessage(AwsFault fault) {
    return element("Code", fault.code()) + element("Message", fault.message());
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\n', '\t' -> escaped.appendCodePoint(point);
      case '\r' -> escaped.append("&#13;");
      default -> escaped.appendCodePoint(allowed(point) ? point : '\uFFFD');
    }
  }

  /** XML 1.0 has no way to write other control characters, surrogates or U+FFFE and U+FFFF. */
  private static boolean allowed(int point) {
    return point >= 0x20
        && (point < 0xD800 || point > 0xDFFF)
        && point != 0xFFFE
        && point != 0xFFFF;
  }
}
