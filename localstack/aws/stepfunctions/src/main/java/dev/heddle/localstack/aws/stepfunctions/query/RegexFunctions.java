package dev.heddle.localstack.aws.stepfunctions.query;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The functions that take regular expressions. Java's can backtrack for ever and cannot be stopped,
 * so each is first run over a text that checks the time.
 */
final class RegexFunctions {
  private static final int TEXT = 4_000_000;

  private RegexFunctions() {}

  /** Every function by name. */
  static final Map<String, JFunction> ALL =
      Map.of(
          "match", new JFunction((input, args) -> match(args), "<s-f<s:o>n?:a<o>>"),
          "contains", new JFunction((input, args) -> contains(args), "<s-(sf):b>"),
          "split", new JFunction((input, args) -> split(args), "<s-(sf)n?:a<s>>"),
          "replace", new JFunction((input, args) -> replace(args), "<s-(sf)(sf)n?:s>"));

  /** How often a pattern was found, and where the last match ended. */
  private record MatchCount(long count, int end) {}

  private static @Nullable Object match(List<?> args) {
    if (args.getFirst() == null) {
      return null;
    }
    if (!(args.get(1) instanceof Pattern pattern)) {
      throw new JException("T1010", -1);
    }
    String text = (String) args.getFirst();
    find(pattern, text, Long.MAX_VALUE);
    return Functions.match(text, pattern, limit(args, 2));
  }

  private static @Nullable Object contains(List<?> args) {
    if (args.getFirst() instanceof String text && args.get(1) instanceof Pattern pattern) {
      return find(pattern, text, 1).count() > 0;
    }
    return Functions.contains((String) args.getFirst(), args.get(1));
  }

  private static @Nullable Object split(List<?> args) {
    if (args.getFirst() instanceof String text && args.get(1) instanceof Pattern pattern) {
      find(pattern, text, Long.MAX_VALUE);
    }
    return Functions.split((String) args.getFirst(), args.get(1), limit(args, 2));
  }

  /** A limit is kept by replacing everything in the part of the text that it covers. */
  private static @Nullable Object replace(List<?> args) {
    if (!(args.getFirst() instanceof String text)) {
      return null;
    }
    Integer limit = limit(args, 3);
    if (limit != null && limit < 0) {
      throw new JException("D3011", -1);
    }
    Object sought = args.get(1);
    if ("".equals(sought)) {
      throw new JException("D3010", -1);
    }
    Pattern pattern =
        sought instanceof Pattern given ? given : Pattern.compile((String) sought, Pattern.LITERAL);
    MatchCount matchCount = find(pattern, text, limit == null ? Long.MAX_VALUE : limit);
    bound(matchCount, args.get(2));
    int end = limit == null ? text.length() : matchCount.end();
    String covered = text.substring(0, end);
    find(pattern, covered, Long.MAX_VALUE);
    return Functions.replace(covered, sought, args.get(2), null) + text.substring(end);
  }

  private static void bound(MatchCount matchCount, Object replacement) {
    if (replacement instanceof String with && matchCount.count() * with.length() > TEXT) {
      throw new EvaluationLimits.LimitExceeded(
          "$replace built a text of more than " + TEXT + " characters");
    }
  }

  private static @Nullable Integer limit(List<?> args, int index) {
    return args.size() > index && args.get(index) instanceof Number limit ? limit.intValue() : null;
  }

  private static MatchCount find(Pattern pattern, String text, long most) {
    Matcher matcher = pattern.matcher(new DeadlineCharSequence(text));
    long count = 0;
    int end = 0;
    while (count < most && matcher.find()) {
      count++;
      end = matcher.end();
    }
    return new MatchCount(count, end);
  }
}
