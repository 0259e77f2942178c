package dev.heddle.localstack.aws.services.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with stars for any characters; {@code \*} is a star. Matched from star to star, so that no
 * pattern takes more time than the two lengths multiplied.
 */
record WildcardPattern(List<String> parts) {

  static WildcardPattern parse(String text) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        part.append(text.charAt(i));
      } else if (c == '*') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return new WildcardPattern(parts);
  }

  boolean matches(String text) {
    String first = parts.getFirst();
    String last = parts.getLast();
    if (parts.size() == 1) {
      return text.equals(first);
    }
    if (text.length() < first.length() + last.length()
        || !text.startsWith(first)
        || !text.endsWith(last)) {
      return false;
    }
    return holdsInOrder(text.substring(first.length(), text.length() - last.length()));
  }

  private boolean holdsInOrder(String middle) {
    int at = 0;
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = middle.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }
}
