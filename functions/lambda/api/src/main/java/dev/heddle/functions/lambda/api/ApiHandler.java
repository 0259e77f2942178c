package dev.heddle.functions.lambda.api;

import dev.heddle.functions.api.ApiJobs;
import dev.heddle.functions.api.ApiRoutes;
import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Map;
import java.util.stream.Stream;

/** The entry point of the jar with the API's routes and jobs. */
public final class ApiHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public ApiHandler() {
    this(System.getenv());
  }

  /** Opens the unit that these variables name. */
  public ApiHandler(Map<String, String> environment) {
    super(Stream.<Unit>concat(ApiRoutes.ALL.stream(), ApiJobs.ALL.stream()).toList(), environment);
  }
}
