package dev.heddle.localstack.aws.services.functions;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Function;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds functions by name, by name and qualifier, by partial or whole ARN. */
final class FunctionNameResolver {
  static final String LATEST = "$LATEST";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:arn:aws[a-z-]*:lambda:[a-z0-9-]*:)?(?:\\d{12}:)?(?:function:)?"
              + "([A-Za-z0-9_-]{1,140})(?::(\\$LATEST|[A-Za-z0-9_-]{1,128}))?");

  private final LambdaHost host;
  private final AwsAccount account;

  /** A function's name and the version or alias that was asked for. */
  record Reference(String name, String qualifier) {}

  FunctionNameResolver(LambdaHost host, AwsAccount account) {
    this.host = host;
    this.account = account;
  }

  static Reference parse(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches()) {
      throw new AwsFault(
          "InvalidParameterValueException", "The function name is neither a name nor an ARN");
    }
    return new Reference(matcher.group(1), matcher.group(2) == null ? LATEST : matcher.group(2));
  }

  Function find(String name) {
    return host.functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsFault(404, "ResourceNotFoundException", "Function not found: " + arn(name)));
  }

  String arn(String name) {
    return account.arn("lambda", "function:" + name);
  }

  Map<String, Object> described(Function function) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("FunctionName", function.name());
    json.put("FunctionArn", arn(function.name()));
    json.put("Description", function.description());
    json.put("Handler", function.handler());
    json.put("Runtime", "java25");
    json.put("Timeout", function.timeoutSeconds());
    json.put("MemorySize", function.memoryMb());
    json.put("Version", LATEST);
    json.put("State", "Active");
    json.put("LastUpdateStatus", "Successful");
    return json;
  }
}
