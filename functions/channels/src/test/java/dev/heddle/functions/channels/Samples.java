package dev.heddle.functions.channels;

import dev.heddle.events.HttpEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The recorded payloads of our sources. */
public final class Samples {
  private Samples() {}

  /** The bytes of a sample, such as {@code github/push.json}. */
  public static byte[] of(String name) {
    try (InputStream in = HttpEvent.class.getResourceAsStream("samples/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
