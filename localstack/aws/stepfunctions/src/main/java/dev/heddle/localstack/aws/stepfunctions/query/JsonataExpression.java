package dev.heddle.localstack.aws.stepfunctions.query;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One compiled JSONata expression; safe for use by many threads. */
final class JsonataExpression {
  private static final int CACHED = 4_096;
  // Compiling takes longer than most evaluations. Bounded, because texts come from whoever draws.
  private static final Map<String, JsonataExpression> CACHE = new ConcurrentHashMap<>();

  private final String text;
  private final Jsonata compiled;
  private final Set<String> references;
  private final @Nullable ValueReference reference;

  private JsonataExpression(String text, Jsonata compiled, Set<String> references) {
    this.text = text;
    this.compiled = compiled;
    this.references = references;
    this.reference = ValueReference.of(text);
  }

  /** Refused by {@link #compile}; the message says why and where. */
  static final class CompileFailure extends Exception {
    CompileFailure(String message) {
      super(message, null, false, false);
    }
  }

  static JsonataExpression compile(String text) throws CompileFailure {
    JsonataExpression known = CACHE.get(text);
    if (known != null) {
      return known;
    }
    JsonataScanner scanned = JsonataScanner.of(text);
    String refusal = scanned.refusal();
    if (refusal != null) {
      throw new CompileFailure(refusal);
    }
    var expression = new JsonataExpression(text, parse(text), scanned.variables());
    if (CACHE.size() >= CACHED) {
      CACHE.clear();
    }
    CACHE.put(text, expression);
    return expression;
  }

  private static Jsonata parse(String text) throws CompileFailure {
    try {
      Jsonata compiled = Jsonata.jsonata(text);
      compiled.setValidateInput(false);
      compiled.setOutputConvertNulls(false);
      JsonataFunctions.register(compiled);
      return compiled;
    } catch (JException e) {
      throw new CompileFailure(e.getDetailedErrorMessage());
    } catch (RuntimeException | StackOverflowError e) {
      // The parser is foreign code: whatever it trips over is a fault of the text it was given.
      throw new CompileFailure("The expression cannot be parsed");
    }
  }

  String text() {
    return text;
  }

  Set<String> references() {
    return references;
  }

  /** The value; throws a fault that names {@code location} when it fails or gives nothing. */
  JsonNode evaluate(EvaluationContext data, String location) {
    JsonNode found = reference == null ? null : reference.find(data);
    return found == null ? compute(data, location) : found;
  }

  private JsonNode compute(EvaluationContext data, String location) {
    Object value = run(data, location);
    if (value == null) {
      throw fault(location, "returned nothing (undefined).");
    }
    try {
      return JsonataResult.of(value);
    } catch (JsonataResult.UnsupportedResult e) {
      throw fault(location, "returned an unsupported result type.");
    } catch (EvaluationLimits.LimitExceeded e) {
      throw fault(location, "threw an error during evaluation. " + e.getMessage());
    }
  }

  private @Nullable Object run(EvaluationContext data, String location) {
    try {
      return compiled.evaluate(null, bindings(data));
    } catch (RuntimeException | StackOverflowError e) {
      // The evaluator is foreign code: whatever it throws is the expression's error.
      throw fault(location, "threw an error during evaluation. " + reason(e));
    }
  }

  private static String reason(Throwable thrown) {
    return switch (thrown) {
      case EvaluationLimits.LimitExceeded bound -> String.valueOf(bound.getMessage());
      case JException known -> known.getError() + ": " + known.getMessage();
      case StackOverflowError deep -> "The expression recurses too deep";
      default -> thrown.getCause() instanceof JException known ? reason(known) : thrown.toString();
    };
  }

  private Jsonata.Frame bindings(EvaluationContext data) {
    // A frame for each evaluation: the compiled tree is shared by threads, variables and limits are
    // not.
    Jsonata.Frame frame = compiled.createFrame();
    for (String name : references) {
      if (name.equals("states")) {
        frame.bind(name, new StatesView(data));
      } else {
        JsonNode value = data.variables().get(name);
        if (value != null) {
          frame.bind(name, JsonView.of(value));
        }
      }
    }
    bindClock(frame, data);
    new EvaluationLimits().guard(frame);
    return frame;
  }

  private void bindClock(Jsonata.Frame frame, EvaluationContext data) {
    long now = data.now().toEpochMilli();
    if (references.contains("millis")) {
      frame.bind("millis", new JFunction((input, args) -> now, "<:n>"));
    }
    if (references.contains("now")) {
      frame.bind("now", new JFunction((input, args) -> format(now, args), "<s?s?:s>"));
    }
  }

  private static String format(long now, java.util.List<?> args) {
    String picture = args.isEmpty() ? null : (String) args.getFirst();
    String zone = args.size() < 2 ? null : (String) args.get(1);
    return com.dashjoin.jsonata.Functions.dateTimeFromMillis(now, picture, zone);
  }

  private StateFault fault(String location, String what) {
    String cause =
        "The JSONata expression '" + text + "' specified for the field '" + location + "' " + what;
    return StateFault.query(cause, location);
  }

  StateFault unexpected(String location, ExpectedType expected, JsonNode value) {
    return fault(
        location,
        "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
            .formatted(expected.title(), ExpectedType.nameOf(value), value));
  }
}
