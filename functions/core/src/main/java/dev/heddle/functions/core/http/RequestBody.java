package dev.heddle.functions.core.http;

import dev.heddle.functions.core.http.HttpConfig.Body;
import dev.heddle.functions.spec.shape.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body that is sent, and the type it has unless a header says otherwise. */
record RequestBody(byte[] bytes, Optional<String> type) {

  static RequestBody of(Body body) {
    return switch (body) {
      case Body.None _ -> new RequestBody(new byte[0], Optional.empty());
      case Body.Json json ->
          new RequestBody(
              WireJson.MAPPER.writeValueAsBytes(json.json()), Optional.of("application/json"));
      case Body.Text text -> text(text.text(), text.contentType());
      case Body.FormFields form ->
          text(
              RequestUrl.encoded("body.fields", form.fields()),
              "application/x-www-form-urlencoded");
    };
  }

  private static RequestBody text(String text, String type) {
    return new RequestBody(text.getBytes(StandardCharsets.UTF_8), Optional.of(type));
  }
}
