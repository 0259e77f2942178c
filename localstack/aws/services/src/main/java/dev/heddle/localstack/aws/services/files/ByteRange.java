package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes of an object, from the first to the one before the end. */
record ByteRange(long from, long end) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** The range of a header; a header that is no single range is ignored, as HTTP has it. */
  static Optional<ByteRange> parse(Optional<String> header, long size) {
    Matcher matcher = RANGE.matcher(header.orElse(""));
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    ByteRange range = of(matcher.group(1), matcher.group(2), size);
    if (range.from >= range.end) {
      throw new AwsFault(
          416, "InvalidRange", "The requested range is not satisfiable; the size is " + size);
    }
    return Optional.of(range);
  }

  String contentRange(long size) {
    return "bytes " + from + "-" + (end - 1) + "/" + size;
  }

  private static ByteRange of(String first, String last, long size) {
    if (first.isEmpty()) {
      return new ByteRange(Math.max(0, size - Long.parseLong(last)), size);
    }
    long end = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
    return new ByteRange(Long.parseLong(first), end);
  }
}
