package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists in pages; a token is the position where the next page begins. */
final class ListPages {
  private static final int SIZE = 100;
  private static final int MOST = 1_000;

  private ListPages() {}

  static int size(OperationRequest request) {
    return request.number("maxResults", SIZE, MOST);
  }

  static long position(OperationRequest request, long otherwise) {
    String token = request.string("nextToken");
    if (token == null) {
      return otherwise;
    }
    try {
      byte[] plain = Base64.getUrlDecoder().decode(token);
      return Long.parseLong(new String(plain, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new AwsFault("InvalidToken", "Invalid Token: '" + token + "'");
    }
  }

  static String token(long position) {
    byte[] plain = Long.toString(position).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().encodeToString(plain);
  }

  /** A page of a list that is whole in memory. */
  static <T> JsonNode of(
      OperationRequest request, String field, List<T> all, Function<T, JsonNode> shape) {
    int from = (int) Math.min(all.size(), position(request, 0));
    int to = Math.min(all.size(), from + size(request));
    List<JsonNode> shown = all.subList(from, to).stream().map(shape).toList();
    return answer(field, shown, to < all.size() ? token(to) : null);
  }

  static ObjectNode answer(String field, List<? extends JsonNode> shown, @Nullable String next) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray(field);
    shown.forEach(items::add);
    if (next != null) {
      answer.put("nextToken", next);
    }
    return answer;
  }
}
