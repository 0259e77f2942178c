package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists secrets page by page, filtered as Secrets Manager filters. */
final class SecretListing {
  private final ServiceDatabase database;
  private final InstantSource clock;

  SecretListing(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Object list(RequestInput input) {
    List<Secret> found = found(input, input.flag("IncludePlannedDeletion"));
    if (input.text("SortOrder").orElse("asc").equals("desc")) {
      found = found.reversed();
    }
    int most = input.integer("MaxResults", 1, 100).orElse(100);
    int from = start(input, found.size());
    int to = Math.min(found.size(), from + most);
    Map<String, Object> answer = new HashMap<>();
    answer.put("SecretList", found.subList(from, to).stream().map(Secret::described).toList());
    if (to < found.size()) {
      answer.put("NextToken", Integer.toString(to));
    }
    return answer;
  }

  /** The ARNs that a batch asks for, by list or by filter. */
  List<String> requestedArns(RequestInput input) {
    List<String> ids = input.textList("SecretIdList");
    return ids.isEmpty() && !input.list("Filters").isEmpty()
        ? found(input, false).stream().limit(20).map(Secret::arn).toList()
        : ids;
  }

  private List<Secret> found(RequestInput input, boolean deleted) {
    Predicate<Secret> filter =
        input.list("Filters").stream()
            .map(SecretListing::filter)
            .reduce(secret -> deleted || secret.deleted() == 0, Predicate::and);
    return database.read(sql -> SecretTable.all(sql, clock.millis())).stream()
        .filter(filter)
        .toList();
  }

  private static int start(RequestInput input, int size) {
    String token = input.text("NextToken").orElse("0");
    if (!token.matches("\\d{1,9}") || Integer.parseInt(token) > size) {
      throw new AwsFault("InvalidNextTokenException", "The NextToken is none of this list.");
    }
    return Integer.parseInt(token);
  }

  /** A value beginning with an exclamation mark excludes; the others include, any of them. */
  private static Predicate<Secret> filter(RequestInput input) {
    String key = input.required("Key");
    List<String> wanted = input.textList("Values");
    List<String> included = wanted.stream().filter(value -> !value.startsWith("!")).toList();
    return secret ->
        (included.isEmpty()
                || included.stream().anyMatch(value -> matches(input, key, secret, value)))
            && wanted.stream()
                .filter(value -> value.startsWith("!"))
                .noneMatch(value -> matches(input, key, secret, value.substring(1)));
  }

  private static boolean matches(RequestInput input, String key, Secret secret, String value) {
    return switch (key) {
      case "name" -> secret.name().startsWith(value);
      case "description" -> words(secret.description(), value);
      case "tag-key" -> secret.tags().keySet().stream().anyMatch(k -> k.startsWith(value));
      case "tag-value" -> secret.tags().values().stream().anyMatch(v -> v.startsWith(value));
      case "all" ->
          Stream.of(
                  Stream.of(secret.name(), secret.description()),
                  secret.tags().keySet().stream(),
                  secret.tags().values().stream())
              .flatMap(texts -> texts)
              .anyMatch(text -> words(text, value));
      default -> throw input.invalid("Secrets can't be filtered by " + key + ".");
    };
  }

  private static boolean words(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
