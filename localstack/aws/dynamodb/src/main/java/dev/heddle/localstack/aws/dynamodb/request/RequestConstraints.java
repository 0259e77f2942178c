package dev.heddle.localstack.aws.dynamodb.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the constraints that a request's members break and refuses them all at once. */
public final class RequestConstraints {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
  private static final int REPORTED = 10;

  private final List<String> broken = new ArrayList<>();

  /** The member must be there. */
  public RequestConstraints present(String path, @Nullable Object value) {
    return check(value != null, "null", path, "Member must not be null");
  }

  /** The member, if it is there, is one of these. */
  public RequestConstraints oneOf(String path, @Nullable String value, String... allowed) {
    return check(
        value == null || List.of(allowed).contains(value),
        quoted(value),
        path,
        "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
  }

  /** The member, if it is there, is at least and at most this much. */
  public RequestConstraints range(String path, @Nullable Integer value, int least, int most) {
    check(
        value == null || value >= least,
        quoted(value),
        path,
        "Member must have value greater than or equal to " + least);
    return check(
        value == null || value <= most,
        quoted(value),
        path,
        "Member must have value less than or equal to " + most);
  }

  /** The text, if it is there, has a length within these bounds. */
  public RequestConstraints length(String path, @Nullable String value, int least, int most) {
    return value == null ? this : length(path, quoted(value), value.length(), least, most);
  }

  /** The collection, if it is there, has a size within these bounds. */
  public RequestConstraints size(String path, @Nullable Collection<?> value, int least, int most) {
    return value == null ? this : length(path, quoted(value), value.size(), least, most);
  }

  /** The member is the name of a table or an index. */
  public RequestConstraints name(String path, @Nullable String value) {
    present(path, value);
    if (value == null) {
      return this;
    }
    check(
        NAME.matcher(value).matches(),
        quoted(value),
        path,
        "Member must satisfy regular expression pattern: " + NAME);
    return length(path, value, 3, 255);
  }

  /** Refuses the request if anything was broken. */
  public void enforce() {
    if (!broken.isEmpty()) {
      List<String> shown = broken.subList(0, Math.min(REPORTED, broken.size()));
      throw DynamoDbFaults.validation(
          shown.size()
              + (shown.size() == 1
                  ? " validation error detected: "
                  : " validation errors detected: ")
              + String.join("; ", shown));
    }
  }

  private RequestConstraints length(String path, String value, int length, int least, int most) {
    check(
        length >= least, value, path, "Member must have length greater than or equal to " + least);
    return check(
        length <= most, value, path, "Member must have length less than or equal to " + most);
  }

  private RequestConstraints check(boolean holds, String value, String path, String constraint) {
    if (!holds) {
      broken.add(
          "Value " + value + " at '" + path + "' failed to satisfy constraint: " + constraint);
    }
    return this;
  }

  private static String quoted(@Nullable Object value) {
    String text = String.valueOf(value);
    return "'" + (text.length() <= 1_000 ? text : text.substring(0, 1_000) + "…") + "'";
  }
}
