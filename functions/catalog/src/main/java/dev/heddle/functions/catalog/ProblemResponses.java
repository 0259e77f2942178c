package dev.heddle.functions.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.heddle.events.HttpReply;
import dev.heddle.functions.core.door.ProblemJson;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RouteProblems;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refusals of an OpenAPI document. Status, type and words of each kind are read off a sample
 * that went through the one place that writes problems, so the document can't say other ones.
 */
final class ProblemResponses {
  private static final String CORRELATION = "7f2b1c9e-0d5a-4e0b-9a51-5f8f6f3f2a10";
  private static final String TYPE = "urn:heddle:problem:";

  private static final List<Problem> SAMPLES =
      List.of(
          new Problem.Malformed("The body must be a JSON object."),
          new Problem.Unauthenticated("Log in first."),
          new Problem.Forbidden("This takes the role ADMIN in the workspace."),
          new Problem.NotFound("workflow wf_4mz7q2xk9t3bvn8rc6dh"),
          new Problem.MethodNotAllowed(List.of("GET")),
          new Problem.Conflict(
              "This workflow was published or deleted in the meantime. Try again."),
          new Problem.PreconditionFailed("The workflow is now at revision 8. Reload it."),
          new Problem.TooLarge(RouteSpec.SMALL_BODY),
          new Problem.UnsupportedMediaType("application/json"),
          new Problem.Invalid(List.of(new FieldError("limit", "must be between 1 and 100"))),
          new Problem.Unpublishable(
              List.of(
                  new Issue(
                      Issue.Severity.ERROR,
                      "has-a-trigger",
                      null,
                      null,
                      null,
                      null,
                      "Nothing starts this workflow.",
                      "Add a trigger, such as Webhook."))),
          new Problem.PreconditionRequired(),
          new Problem.TooMany("Too many attempts. Wait a little.", 60),
          new Problem.Internal(),
          new Problem.Unavailable("The store does not answer. Try again.", 1));

  private final ObjectNode components = WireJson.MAPPER.createObjectNode();
  private final ObjectNode schema;

  /** Refusals whose body is of this schema. */
  ProblemResponses(ObjectNode schema) {
    this.schema = schema;
  }

  /** The responses that routes refer to, called as the types of their problems are. */
  ObjectNode components() {
    return components;
  }

  /** The kinds of problems that have a sample. */
  static Set<Class<?>> kinds() {
    return SAMPLES.stream().map(Problem::getClass).collect(toSet());
  }

  /** Adds what a route may refuse a call with, by status. */
  void addTo(ObjectNode responses, RouteSpec<?, ?> spec) {
    var kinds = RouteProblems.of(spec);
    SAMPLES.stream()
        .filter(sample -> kinds.contains(sample.getClass()))
        .map(sample -> ProblemJson.reply(sample, CORRELATION))
        .collect(groupingBy(HttpReply::statusCode, TreeMap::new, toList()))
        .forEach((status, replies) -> responses.set(Integer.toString(status), reference(replies)));
  }

  /** Kinds of one status are one response, as OpenAPI knows no other. */
  private ObjectNode reference(List<HttpReply> replies) {
    String name = replies.stream().map(ProblemResponses::type).collect(joining("-or-"));
    if (!components.has(name)) {
      components.set(name, response(replies));
    }
    return WireJson.MAPPER.createObjectNode().put("$ref", "#/components/responses/" + name);
  }

  private ObjectNode response(List<HttpReply> replies) {
    ObjectNode response = WireJson.MAPPER.createObjectNode();
    response.put(
        "description", replies.stream().map(ProblemResponses::title).collect(joining(", or: ")));
    if (replies.getFirst().headers().containsKey("retry-after")) {
      OpenApiHeaders.add(response, "Retry-After", "integer", "After so many seconds");
    }
    ObjectNode content = response.putObject("content").putObject("application/problem+json");
    content.set("schema", schema);
    ObjectNode examples = content.putObject("examples");
    replies.forEach(
        reply ->
            examples.putObject(type(reply)).set("value", WireJson.MAPPER.readTree(reply.body())));
    return response;
  }

  private static String type(HttpReply reply) {
    return text(reply, "type").substring(TYPE.length());
  }

  private static String title(HttpReply reply) {
    return text(reply, "title");
  }

  private static String text(HttpReply reply, String field) {
    return WireJson.MAPPER.readTree(reply.body()).get(field).stringValue();
  }
}
