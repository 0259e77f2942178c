package dev.heddle.localstack.aws.stepfunctions.query.path;

import java.util.ArrayList;
import java.util.List;

/** A pattern in which {@code *} stands for any text; a backslash takes its meaning away. */
record Glob(List<String> parts) {

  static Glob of(String pattern) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c);
      }
    }
    parts.add(part.toString());
    return new Glob(List.copyOf(parts));
  }

  boolean matches(String text) {
    String first = parts.getFirst();
    String last = parts.getLast();
    if (parts.size() == 1) {
      return text.equals(first);
    }
    if (!text.startsWith(first) || text.length() < first.length() + last.length()) {
      return false;
    }
    int at = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return text.endsWith(last) && at <= text.length() - last.length();
  }
}
