package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.expression.LexerToken.Kind;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.value.ItemSizes;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of one expression, read one by one. */
final class ExpressionLexer {
  private static final int LONGEST = 4_096;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<word>[a-zA-Z][a-zA-Z0-9_]*)|(?<name>#[a-zA-Z0-9_]+)|(?<value>:[a-zA-Z0-9_]+)"
              + "|(?<number>0|[1-9][0-9]*)|(?<symbol><=|>=|<>|[-=<>()\\[\\].,+]))");

  private static final Set<Kind> FOUND = EnumSet.complementOf(EnumSet.of(Kind.END));

  private final String label;
  private final String text;
  private final List<LexerToken> tokens = new ArrayList<>();
  private int at;

  /** The label, such as {@code FilterExpression}, begins every message. */
  ExpressionLexer(String label, String text) {
    this.label = label;
    this.text = text;
    if (text.isEmpty()) {
      throw fault("The expression can not be empty;");
    }
    int size = ItemSizes.utf8(text);
    if (size > LONGEST) {
      throw fault(
          "Expression size has exceeded the maximum allowed size;  expression size: " + size);
    }
    split();
  }

  /** Up to the end, or to the token after one that is none. */
  private void split() {
    Matcher matcher = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int from = 0;
    int unreadable = -1;
    while (from < end && (unreadable < 0 || unreadable == tokens.size() - 1)) {
      boolean found = matcher.region(from, text.length()).lookingAt();
      if (!found && unreadable < 0) {
        unreadable = tokens.size();
      }
      tokens.add(found ? token(matcher) : character(from));
      from = tokens.getLast().end();
    }
    if (unreadable >= 0) {
      throw syntaxError(unreadable);
    }
    tokens.add(new LexerToken(Kind.END, "<EOF>", text.length()));
  }

  private LexerToken character(int from) {
    int start = from;
    while (Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.offsetByCodePoints(start, 1);
    return new LexerToken(Kind.SYMBOL, text.substring(start, end), start);
  }

  private static LexerToken token(Matcher matcher) {
    for (Kind kind : FOUND) {
      String found = matcher.group(kind.group());
      if (found != null) {
        return new LexerToken(kind, found, matcher.start(kind.group()));
      }
    }
    throw new IllegalStateException("A match is one of the groups");
  }

  LexerToken peek() {
    return tokens.get(at);
  }

  LexerToken peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  LexerToken next() {
    LexerToken token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /** How many tokens were read. */
  int position() {
    return at;
  }

  boolean take(String symbol) {
    return peek().is(symbol) && next() != null;
  }

  boolean takeKeyword(String keyword) {
    return peek().isKeyword(keyword) && next() != null;
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      throw syntaxError();
    }
  }

  /** A refusal of the token that comes next. */
  AwsFault syntaxError() {
    return syntaxError(at);
  }

  AwsFault fault(String message) {
    return DynamoDbFaults.validation("Invalid " + label + ": " + message);
  }

  private AwsFault syntaxError(int index) {
    int from = index == 0 ? 0 : tokens.get(index - 1).start();
    int to = index + 1 < tokens.size() ? tokens.get(index + 1).end() : text.length();
    return fault(
        "Syntax error; token: \""
            + tokens.get(index).text()
            + "\", near: \""
            + text.substring(from, to)
            + "\"");
  }
}
