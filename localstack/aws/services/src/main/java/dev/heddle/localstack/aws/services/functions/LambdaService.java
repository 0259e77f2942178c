package dev.heddle.localstack.aws.services.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.RestCall;
import dev.heddle.localstack.aws.services.RestJsonProtocol;
import dev.heddle.localstack.aws.services.RestJsonProtocol.Route;
import dev.heddle.localstack.aws.services.functions.FunctionNameResolver.Reference;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Function;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Invocation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/** AWS Lambda's Invoke, GetFunction and ListFunctions over the functions of a host. */
public final class LambdaService implements AwsService {
  private static final String ROOT = "/2015-03-31/functions";
  private static final int EVENT_BYTES = 1 << 20;
  private static final int CONCURRENCY = 1_000;

  private final LambdaHost host;
  private final FunctionNameResolver names;
  private final FunctionRunner runner;
  private final AsyncInvocationQueue events;
  private final RestJsonProtocol rest =
      new RestJsonProtocol(
          "lambda",
          "InvalidParameterValueException",
          List.of(
              new Route("POST", ROOT + "/{name}/invocations", this::invoke),
              new Route("GET", ROOT + "/{name}", this::get),
              new Route("GET", ROOT, this::list)));

  /** Functions of the host; accepted events wait in {@code functions.db} in the folder. */
  public LambdaService(Path folder, InstantSource clock, LambdaHost host) {
    this(folder, clock, host, AwsAccount.LOCAL);
  }

  /** The same in another account or region. */
  public LambdaService(Path folder, InstantSource clock, LambdaHost host, AwsAccount account) {
    this.host = host;
    this.names = new FunctionNameResolver(host, account);
    this.runner = new FunctionRunner(host, CONCURRENCY);
    this.events = new AsyncInvocationQueue(folder, runner, names, clock);
  }

  @Override
  public String name() {
    return "lambda";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return rest.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return rest.answer(request);
  }

  /** Calls a function by name or ARN from this process, as the API does. */
  public InvocationResult invoke(String nameOrArn, byte[] payload) {
    Reference reference = FunctionNameResolver.parse(nameOrArn);
    return runner.run(names.find(reference.name()), invocation(reference, payload));
  }

  @Override
  public void close() {
    events.close();
  }

  private AwsResponse invoke(RestCall call) {
    Reference asked = FunctionNameResolver.parse(call.path("name"));
    Reference reference =
        new Reference(asked.name(), call.query("Qualifier").orElse(asked.qualifier()));
    Function function = names.find(reference.name());
    byte[] payload = call.bytes().length == 0 ? "{}".getBytes(UTF_8) : call.bytes();
    return switch (call.header("x-amz-invocation-type").orElse("RequestResponse")) {
      case "RequestResponse" -> now(function, reference, payload);
      case "Event" -> later(reference, payload);
      case "DryRun" -> RestJsonProtocol.empty(204);
      default ->
          throw new AwsFault(
              "InvalidParameterValueException",
              "The invocation type is RequestResponse, Event or DryRun");
    };
  }

  private AwsResponse now(Function function, Reference reference, byte[] payload) {
    check(payload, FunctionRunner.PAYLOAD_BYTES);
    InvocationResult outcome = runner.run(function, invocation(reference, payload));
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-amz-executed-version", FunctionNameResolver.LATEST);
    if (outcome.failed()) {
      headers.put("x-amz-function-error", "Unhandled");
    }
    return new AwsResponse(200, headers, outcome.payload());
  }

  private AwsResponse later(Reference reference, byte[] payload) {
    check(payload, EVENT_BYTES);
    events.accept(invocation(reference, payload));
    return RestJsonProtocol.empty(202);
  }

  private AwsResponse get(RestCall call) {
    Function function = names.find(FunctionNameResolver.parse(call.path("name")).name());
    return RestJsonProtocol.ok(Map.of("Configuration", names.described(function)));
  }

  private AwsResponse list(RestCall call) {
    int most = call.query("MaxItems", 50, 1, 10_000);
    String after = call.query("Marker").orElse("");
    List<Function> rest =
        host.functions().stream()
            .filter(function -> function.name().compareTo(after) > 0)
            .sorted(Comparator.comparing(Function::name))
            .toList();
    List<Function> page = rest.stream().limit(most).toList();
    Map<String, Object> answer = new HashMap<>();
    answer.put("Functions", page.stream().map(names::described).toList());
    if (rest.size() > most) {
      answer.put("NextMarker", page.getLast().name());
    }
    return RestJsonProtocol.ok(answer);
  }

  private static Invocation invocation(Reference reference, byte[] payload) {
    return new Invocation(
        UUID.randomUUID().toString(), reference.name(), reference.qualifier(), payload);
  }

  private static void check(byte[] payload, int most) {
    if (payload.length > most) {
      throw new AwsFault(
          413,
          "RequestTooLargeException",
          "Request must be smaller than " + most + " bytes for the InvokeFunction operation");
    }
    try {
      JsonProtocol.JSON.readTree(payload);
    } catch (JacksonException e) {
      throw new AwsFault(
          "InvalidRequestContentException", "Could not parse request body into json");
    }
  }
}
