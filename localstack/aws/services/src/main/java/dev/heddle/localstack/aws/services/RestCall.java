package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request of a REST protocol with the named parts of its path and query. */
public final class RestCall {
  private final AwsRequest request;
  private final Map<String, String> path;
  private final Map<String, List<String>> query;
  private final String invalid;

  RestCall(AwsRequest request, Map<String, String> path, String invalid) {
    this.request = request;
    this.path = path;
    this.query = PercentEncoding.query(request.query());
    this.invalid = invalid;
  }

  /** A named segment of the path. */
  public String path(String name) {
    String segment = path.get(name);
    if (segment == null) {
      throw new IllegalArgumentException("The route has no segment " + name);
    }
    return segment;
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return queries(name).stream().findFirst();
  }

  /** All values of a query parameter. */
  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** A whole number of the query within its range. */
  public int query(String name, int fallback, int least, int most) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return fallback;
    }
    int number = text.get().matches("\\d{1,9}") ? Integer.parseInt(text.get()) : -1;
    if (number < least || number > most) {
      throw new AwsFault(invalid, name + " must be " + least + " to " + most);
    }
    return number;
  }

  /** A header. */
  public Optional<String> header(String name) {
    return request.header(name);
  }

  /** The raw body. */
  public byte[] bytes() {
    return request.body();
  }

  /** The body as JSON. */
  public RequestInput body() {
    return RequestInput.of(request.body(), invalid);
  }
}
