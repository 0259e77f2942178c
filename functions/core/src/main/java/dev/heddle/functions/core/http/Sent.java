package dev.heddle.functions.core.http;

import dev.heddle.functions.core.http.HttpConfig.Body;
import dev.heddle.functions.spec.shape.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body that is sent, and the type it has unless a header says otherwise. */
record Sent(byte[] bytes, Optional<String> type) {

  static Sent of(Body body) {
    return switch (body) {
      case Body.None _ -> new Sent(new byte[0], Optional.empty());
      case Body.Json json ->
          new Sent(Wire.JSON.writeValueAsBytes(json.json()), Optional.of("application/json"));
      case Body.Text text -> text(text.text(), text.contentType());
      case Body.FormFields form ->
          text(Address.encoded("body.fields", form.fields()), "application/x-www-form-urlencoded");
    };
  }

  private static Sent text(String text, String type) {
    return new Sent(text.getBytes(StandardCharsets.UTF_8), Optional.of(type));
  }
}
