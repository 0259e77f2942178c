package dev.heddle.functions.lambda.glue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.spec.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The handler of every Lambda function: one jar serves its group's units, and the variable {@code
 * HEDDLE_UNIT} says which one this function is. The unit is opened while the function initialises,
 * so that a SnapStart snapshot holds it ready.
 */
public abstract class UnitHandler implements RequestStreamHandler {
  /** The variable that names the unit. */
  public static final String UNIT = "HEDDLE_UNIT";

  private final UnitRegistry registry;

  /** A handler for the unit of this group that the environment names. */
  protected UnitHandler(List<? extends Unit> group, Map<String, String> environment) {
    Unit unit = chosen(group, environment.getOrDefault(UNIT, ""));
    registry =
        new UnitRegistry(unit.name(), Door.open(unit, AwsDeployment.of(environment).ports(unit)));
    SnapshotPriming.before(unit, registry);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] event = input.readAllBytes();
    output.write(PowertoolsLogging.withLogging(context, () -> registry.answer(event)));
  }

  private static Unit chosen(List<? extends Unit> group, String name) {
    return group.stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    UNIT
                        + " is '"
                        + name
                        + "'; this jar has "
                        + group.stream().map(Unit::name).collect(Collectors.joining(", "))));
  }
}
