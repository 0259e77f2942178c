package dev.heddle.localstack.aws.stepfunctions.query;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The functions Step Functions adds to JSONata, and bounded forms of some that JSONata has. */
final class JsonataFunctions {
  private static final int ITEMS = 1_000_000;
  private static final int TEXT = 4_000_000;
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private JsonataFunctions() {}

  /** Every function by name. */
  static final Map<String, JFunction> ALL =
      Map.of(
          "partition", function("<a-n:a>", args -> partition(list(args, 0), number(args, 1))),
          "range", function("<n-nn:a>", args -> range(args)),
          "hash", function("<s-s:s>", args -> hash(string(args, 0), string(args, 1))),
          "random", new JFunction((input, args) -> random(args), "<n?:n>"),
          "uuid", function("<:s>", args -> UUID.randomUUID().toString()),
          "parse", function("<s-:x>", args -> parse(string(args, 0))),
          "pad", function("<s-ns?:s>", args -> pad(args)),
          "join", function("<a<s>s?:s>", args -> join(args)));

  private interface Body {
    @Nullable Object apply(List<?> args);
  }

  private static JFunction function(String signature, Body body) {
    return new JFunction((input, args) -> missing(args) ? null : body.apply(args), signature);
  }

  /** As everywhere in JSONata: a function of nothing is nothing. */
  private static boolean missing(@Nullable List<?> args) {
    return args != null && !args.isEmpty() && args.getFirst() == null;
  }

  private static List<Object> partition(List<?> items, double size) {
    if (size < 1) {
      throw new JException("D3010", -1, "The size of a partition must be at least 1");
    }
    List<Object> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += (int) size) {
      parts.add(new ArrayList<>(items.subList(from, Math.min(items.size(), from + (int) size))));
    }
    return parts;
  }

  private static List<Object> range(List<?> args) {
    long first = (long) number(args, 0);
    long last = (long) number(args, 1);
    long step = (long) number(args, 2);
    if (step == 0 || Math.abs(((double) last - first) / step) > ITEMS) {
      throw new EvaluationLimits.LimitExceeded(
          "$range gives at most " + ITEMS + " items and steps by non-zero");
    }
    List<Object> values = com.dashjoin.jsonata.Utils.createSequence();
    // Counted, as a sum that wraps at the end of long would never pass the last value.
    long steps = (long) Math.floor(((double) last - first) / step);
    for (long i = 0; i <= steps; i++) {
      values.add(first + i * step);
    }
    return values;
  }

  private static String hash(String text, String algorithm) {
    if (!DIGESTS.contains(algorithm)) {
      throw new JException("D3141", -1, "$hash knows " + DIGESTS + ", not " + algorithm);
    }
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks " + algorithm, e);
    }
  }

  private static Object random(List<?> args) {
    Object seed = args.isEmpty() ? null : args.getFirst();
    return seed instanceof Number number
        ? new Random(number.longValue()).nextDouble()
        : ThreadLocalRandom.current().nextDouble();
  }

  private static Object parse(String text) {
    try {
      return JsonView.of(Json.parse(text));
    } catch (JacksonException e) {
      throw new JException("D3141", -1, "$parse was given text that is not JSON");
    }
  }

  private static String pad(List<?> args) {
    String text = string(args, 0);
    int width = (int) number(args, 1);
    String fill = args.size() > 2 && args.get(2) instanceof String s && !s.isEmpty() ? s : " ";
    int missing = Math.abs(width) - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    bound(missing);
    int[] points = fill.codePoints().toArray();
    StringBuilder padding = new StringBuilder(missing);
    for (int i = 0; i < missing; i++) {
      padding.appendCodePoint(points[i % points.length]);
    }
    return width < 0 ? padding + text : text + padding;
  }

  private static String join(List<?> args) {
    String separator = args.size() > 1 && args.get(1) instanceof String s ? s : "";
    StringBuilder joined = new StringBuilder();
    for (Object item : list(args, 0)) {
      joined.append(item).append(separator);
      bound(joined.length());
    }
    joined.setLength(Math.max(0, joined.length() - separator.length()));
    return joined.toString();
  }

  private static void bound(int length) {
    if (length > TEXT) {
      throw new EvaluationLimits.LimitExceeded(
          "The expression built a text of more than " + TEXT + " characters");
    }
  }

  private static String string(List<?> args, int index) {
    return args.get(index) instanceof String text ? text : "";
  }

  private static double number(List<?> args, int index) {
    return args.get(index) instanceof Number number ? number.doubleValue() : 0;
  }

  private static List<?> list(List<?> args, int index) {
    return args.get(index) instanceof List<?> list ? list : List.of();
  }

  /** Makes the functions known to an expression. */
  static void register(Jsonata expression) {
    ALL.forEach(expression::registerFunction);
    RegexFunctions.ALL.forEach(expression::registerFunction);
  }
}
