package dev.heddle.localstack.host.status;

import dev.heddle.localstack.host.status.chart.Mark;
import dev.heddle.localstack.host.status.chart.Markup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a table's cell, as HTML that is already safe. */
record Cell(String html) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Cell text(@Nullable String text) {
    return new Cell(text == null ? "" : Markup.escaped(text));
  }

  static Cell link(String text, String href) {
    String to = Markup.escaped(href);
    return new Cell("<a href=\"" + to + "\">" + Markup.escaped(text) + "</a>");
  }

  /** A word in the colour that goes with it. */
  static Cell mark(String sign, String word, String colour) {
    return new Cell(
        "<span class=\"word\" style=\"color:var(--%s)\"><span aria-hidden=\"true\">%s</span> %s</span>"
            .formatted(colour, Markup.escaped(sign), Markup.escaped(word)));
  }

  static Cell mark(Mark mark) {
    return mark(mark.sign(), mark.word(), mark.colour());
  }

  /** The status of an execution. */
  static Cell status(String status) {
    return switch (status) {
      case "RUNNING" -> mark("●", "running", "running");
      case "SUCCEEDED" -> mark("✓", "succeeded", "done");
      case "FAILED" -> mark("✕", "failed", "failed");
      case "TIMED_OUT" -> mark("✕", "timed out", "failed");
      case "ABORTED" -> mark("■", "stopped", "skipped");
      default -> text(status);
    };
  }

  static Cell time(@Nullable Instant time) {
    return time == null
        ? text("")
        : new Cell(
            "<time datetime=\"%s\">%s</time>"
                .formatted(time.truncatedTo(ChronoUnit.MILLIS), TIME.format(time)));
  }

  static Cell took(Duration time) {
    return text(words(time));
  }

  private static String words(Duration time) {
    if (time.toMillis() < 1_000) {
      return time.toMillis() + " ms";
    }
    if (time.toSeconds() < 120) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
  }
}
