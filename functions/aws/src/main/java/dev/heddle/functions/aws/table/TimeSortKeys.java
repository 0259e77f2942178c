package dev.heddle.functions.aws.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Sort keys by time: milliseconds in a fixed width, then the id, which makes them unique. */
public final class TimeSortKeys {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What {@link #key} gives. */
  public static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#[A-Za-z0-9_-]{1,80}");

  private TimeSortKeys() {}

  public static String key(Instant at, String id) {
    return MILLIS.format(at) + "#" + id;
  }

  public static String id(String key) {
    return key.substring(key.indexOf('#') + 1);
  }
}
