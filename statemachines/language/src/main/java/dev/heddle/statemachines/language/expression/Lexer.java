package dev.heddle.statemachines.language.expression;

import dev.heddle.statemachines.language.expression.JsonataToken.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Cuts a text into JSONata tokens, from an offset on, as far as it is asked. */
final class Lexer {
  private static final Set<String> PAIRS =
      Set.of("..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??");
  private static final String SINGLES = ".[]{}(),@#;:?+-*/%|=<>^&!~";
  private static final Pattern NUMBER =
      Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
  private final String text;
  private int at;

  Lexer(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** The next token; in prefix position a slash begins a regular expression. */
  JsonataToken next(boolean prefix) {
    skipBlank();
    if (at >= text.length()) {
      return new JsonataToken(Kind.END, "", at, at);
    }
    char c = text.charAt(at);
    if (prefix && c == '/') {
      return regex();
    }
    if (c == '"' || c == '\'') {
      return string(c);
    }
    if (c == '`') {
      return quotedName();
    }
    return SINGLES.indexOf(c) >= 0 ? operator() : numberOrName(c);
  }

  private void skipBlank() {
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
      } else if (text.startsWith("/*", at)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int close = text.indexOf("*/", at + 2);
    if (close < 0) {
      throw new SyntaxException(at, "The comment is not closed");
    }
    at = close + 2;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u000b';
  }

  private JsonataToken operator() {
    String pair = text.substring(at, Math.min(at + 2, text.length()));
    return token(Kind.OPERATOR, PAIRS.contains(pair) ? pair : pair.substring(0, 1));
  }

  private JsonataToken token(Kind kind, String word) {
    int start = at;
    at += word.length();
    return new JsonataToken(kind, word, start, at);
  }

  private JsonataToken string(char quote) {
    int start = at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? escape() : 1;
    }
    return closed(Kind.STRING, start, "The string is not closed");
  }

  private int escape() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (next == 'u') {
      return unicodeEscape();
    }
    if ("\"'\\/bfnrt".indexOf(next) < 0) {
      throw new SyntaxException(at, "\"\\" + next + "\" isn't a valid escape in a string");
    }
    return 2;
  }

  private int unicodeEscape() {
    String hex = text.substring(at + 2, Math.min(at + 6, text.length()));
    if (!hex.matches("[0-9a-fA-F]{4}")) {
      throw new SyntaxException(at, "\"\\u\" must be followed by four hexadecimal digits");
    }
    return 6;
  }

  private JsonataToken closed(Kind kind, int start, String otherwise) {
    if (at >= text.length()) {
      throw new SyntaxException(start, otherwise);
    }
    at++;
    return new JsonataToken(kind, text.substring(start + 1, at - 1), start, at);
  }

  private JsonataToken quotedName() {
    int start = at;
    int close = text.indexOf('`', at + 1);
    at = close < 0 ? text.length() : close;
    return closed(Kind.NAME, start, "The quoted name is not closed");
  }

  private JsonataToken regex() {
    int start = at++;
    int depth = 0;
    while (at < text.length() && (text.charAt(at) != '/' || depth != 0)) {
      char c = text.charAt(at);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      at += c == '\\' ? 2 : 1;
    }
    JsonataToken body = closed(Kind.REGEX, start, "The regular expression is not closed");
    check(body);
    while (at < text.length() && "im".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return new JsonataToken(Kind.REGEX, body.text(), start, at);
  }

  private static void check(JsonataToken regex) {
    try {
      Pattern.compile(regex.text());
    } catch (PatternSyntaxException e) {
      throw new SyntaxException(
          regex.at(), "The regular expression is invalid: " + e.getDescription());
    }
    if (regex.text().isEmpty()) {
      throw new SyntaxException(regex.at(), "The regular expression is empty");
    }
  }

  private JsonataToken numberOrName(char c) {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (c >= '0' && c <= '9' && number.lookingAt()) {
      return token(Kind.NUMBER, number.group());
    }
    int end = at + 1;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    return c == '$' ? variable(word) : token(Kind.NAME, word);
  }

  private JsonataToken variable(String word) {
    JsonataToken whole = token(Kind.VARIABLE, word);
    return new JsonataToken(Kind.VARIABLE, word.substring(1), whole.at(), whole.end());
  }

  private static boolean isNamePart(char c) {
    return !isBlank(c) && SINGLES.indexOf(c) < 0;
  }
}
