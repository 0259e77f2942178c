package dev.heddle.functions.spec.model;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a message. */
public sealed interface ContentPart {

  /** Words. */
  record Text(String text) implements ContentPart {}

  /** A message of words alone. */
  static List<ContentPart> of(String text) {
    return text.isEmpty() ? List.of() : List.of(new Text(text));
  }

  /** The words of a message, put together. */
  static String text(List<ContentPart> parts) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case Text(String text) -> text;
                })
        .collect(Collectors.joining());
  }
}
