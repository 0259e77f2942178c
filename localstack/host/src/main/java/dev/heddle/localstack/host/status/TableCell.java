package dev.heddle.localstack.host.status;

import dev.heddle.localstack.host.status.chart.HtmlEscape;
import dev.heddle.localstack.host.status.chart.StateMark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a table's cell, as HTML that is already safe. */
record TableCell(String html) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static TableCell text(@Nullable String text) {
    return new TableCell(text == null ? "" : HtmlEscape.escaped(text));
  }

  static TableCell link(String text, String href) {
    String to = HtmlEscape.escaped(href);
    return new TableCell("<a href=\"" + to + "\">" + HtmlEscape.escaped(text) + "</a>");
  }

  /** A word in the colour that goes with it. */
  static TableCell mark(String sign, String word, String colour) {
    return new TableCell(
        "<span class=\"word\" style=\"color:var(--%s)\"><span aria-hidden=\"true\">%s</span> %s</span>"
            .formatted(colour, HtmlEscape.escaped(sign), HtmlEscape.escaped(word)));
  }

  static TableCell mark(StateMark mark) {
    return mark(mark.sign(), mark.word(), mark.colour());
  }

  /** The status of an execution. */
  static TableCell status(String status) {
    return switch (status) {
      case "RUNNING" -> mark("●", "running", "running");
      case "SUCCEEDED" -> mark("✓", "succeeded", "done");
      case "FAILED" -> mark("✕", "failed", "failed");
      case "TIMED_OUT" -> mark("✕", "timed out", "failed");
      case "ABORTED" -> mark("■", "stopped", "skipped");
      default -> text(status);
    };
  }

  static TableCell time(@Nullable Instant time) {
    return time == null
        ? text("")
        : new TableCell(
            "<time datetime=\"%s\">%s</time>"
                .formatted(time.truncatedTo(ChronoUnit.MILLIS), TIME.format(time)));
  }

  static TableCell took(Duration time) {
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
