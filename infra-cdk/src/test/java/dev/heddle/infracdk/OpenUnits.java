package dev.heddle.infracdk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.heddle.functions.aws.cloud.AwsClients;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A program that runs with one Lambda jar and nothing else: opens every unit by the jar's handler
 * and hands it an event that says nothing, then makes every client. Whatever comes of that, no
 * class may be missing.
 */
final class OpenUnits {
  private static final byte[] NOTHING = {'{', '}'};

  /** What a Lambda context answers, by the type that is asked for. */
  private static final Map<Class<?>, Object> VALUES = Map.of(String.class, "opening", int.class, 0);

  private static final String SERVICES = "software/amazon/awssdk/services/";

  private OpenUnits() {}

  /** The handler's class, then the names of the units. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Constructor<? extends RequestStreamHandler> handler =
        Class.forName(arguments[0])
            .asSubclass(RequestStreamHandler.class)
            .getConstructor(Map.class);
    for (String unit : List.of(arguments).subList(1, arguments.length)) {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.put("HEDDLE_UNIT", unit);
      call(handler.newInstance(environment));
      System.out.println("Opened " + unit);
    }
    makeClients(AwsDeployment.of(System.getenv()).clients());
  }

  /** A client the jar doesn't list may be missing as a whole, but none by half. */
  private static void makeClients(AwsClients clients) {
    for (Supplier<?> client :
        List.of(
            clients.dynamoDb,
            clients.secrets,
            clients.stepFunctions,
            clients.sqs,
            clients.scheduler,
            clients.connections)) {
      try {
        client.get();
        System.out.println("Made a client");
      } catch (NoClassDefFoundError e) {
        if (!Objects.requireNonNullElse(e.getMessage(), "").startsWith(SERVICES)) {
          throw e;
        }
      }
    }
  }

  /** A refusal is an answer; an error that a class is missing is none and ends the program. */
  private static void call(RequestStreamHandler handler) {
    try {
      handler.handleRequest(
          new ByteArrayInputStream(NOTHING), OutputStream.nullOutputStream(), context());
    } catch (IOException | RuntimeException e) {
      System.out.println("Refused with " + e);
    }
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            OpenUnits.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> VALUES.get(method.getReturnType()));
  }
}
