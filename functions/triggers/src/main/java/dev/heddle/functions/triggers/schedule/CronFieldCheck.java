package dev.heddle.functions.triggers.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is wrong with one field of a cron expression. */
final class CronFieldCheck {
  private static final String ALL = "*";

  private CronFieldCheck() {}

  static Optional<String> problem(CronField field, String text) {
    if (text.equals(ALL) || field.takesAlone(text)) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.split(",", -1));
    return Stream.concat(
            parts.stream().flatMap(part -> alone(field, part, parts.size() > 1).stream()),
            parts.stream().flatMap(part -> part(field, part).stream()))
        .findFirst();
  }

  private static Optional<String> alone(CronField field, String part, boolean listed) {
    return listed && (part.equals(ALL) || field.takesAlone(part))
        ? Optional.of("In the %s, %s can't be part of a list.".formatted(field.title(), part))
        : Optional.empty();
  }

  private static Optional<String> part(CronField field, String part) {
    int slash = part.indexOf('/');
    return slash < 0
        ? range(field, part)
        : step(field, part, part.substring(0, slash), part.substring(slash + 1));
  }

  private static Optional<String> step(CronField field, String part, String start, String step) {
    if (!field.takesSteps()) {
      return Optional.of(
          "Steps aren't supported for the %s. List the values instead.".formatted(field.title()));
    }
    boolean numeric = step.matches("\\d{1,2}") && Integer.parseInt(step) > 0;
    if (!numeric || Integer.parseInt(step) > field.largestStep()) {
      return Optional.of(
          "The step of the %s in %s must be 1 to %d."
              .formatted(field.title(), part, field.largestStep()));
    }
    if (start.equals(ALL)) {
      return Optional.empty();
    }
    return start.matches("[\\d-]+")
        ? range(field, start)
        : Optional.of(
            "The step of the %s in %s must start at * or a number.".formatted(field.title(), part));
  }

  private static Optional<String> range(CronField field, String text) {
    String[] ends = text.split("-", -1);
    if (ends.length > 2) {
      return value(field, text);
    }
    return Stream.of(ends)
        .flatMap(end -> value(field, end).stream())
        .findFirst()
        .or(() -> ends.length == 2 ? order(field, ends[0], ends[1]) : Optional.empty());
  }

  private static Optional<String> value(CronField field, String text) {
    if (field.value(text).isPresent()) {
      return Optional.empty();
    }
    String upper = text.toUpperCase(Locale.ROOT);
    return Optional.of(
        field.names().contains(upper)
            ? "Use capitals for %s: %s.".formatted(text, upper)
            : "\"%s\" isn't valid for the %s. Use %s."
                .formatted(text, field.title(), field.accepted()));
  }

  private static Optional<String> order(CronField field, String from, String to) {
    if (field.names().contains(from) != field.names().contains(to)) {
      return Optional.of(
          "The %s %s-%s mix a name and a number. Use one kind.".formatted(field.title(), from, to));
    }
    return field.value(from).orElseThrow() <= field.value(to).orElseThrow()
        ? Optional.empty()
        : Optional.of(
            "The %s %s-%s run backwards. Use %s."
                .formatted(field.title(), from, to, forwards(field, from, to)));
  }

  /** Years don't come round again; of all else both ends of the circle are meant. */
  private static String forwards(CronField field, String from, String to) {
    if (field == CronField.YEARS) {
      return to + "-" + from;
    }
    boolean named = field.names().contains(from);
    String first = named ? field.names().getFirst() : String.valueOf(field.first());
    String last = named ? field.names().getLast() : String.valueOf(field.last());
    return span(from, last) + "," + span(first, to);
  }

  private static String span(String from, String to) {
    return from.equals(to) ? from : from + "-" + to;
  }
}
