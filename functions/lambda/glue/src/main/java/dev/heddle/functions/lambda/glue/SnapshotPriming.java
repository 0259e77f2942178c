package dev.heddle.functions.lambda.glue;

import dev.heddle.events.HttpEvent;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Calls a route once before SnapStart takes its snapshot, as someone without a token, so that the
 * classes of the whole way through the door are loaded and warm in every copy.
 */
final class SnapshotPriming implements Resource {
  private static final HttpEvent NOBODY =
      new HttpEvent(
          "2.0",
          "$default",
          "/",
          null,
          null,
          Map.of("content-type", "application/json"),
          null,
          null,
          new HttpEvent.RequestContext(
              null,
              null,
              new HttpEvent.Http("POST", "/", null, "127.0.0.1", null),
              "priming",
              null,
              0),
          "{\"priming\":true}",
          false);

  private final UnitRegistry registry;

  private SnapshotPriming(UnitRegistry registry) {
    this.registry = registry;
  }

  static void before(Unit unit, UnitRegistry registry) {
    switch (unit) {
      case Route<?, ?> _ -> {
        SnapshotPriming priming = new SnapshotPriming(registry);
        Core.getGlobalContext().register(priming);
        HELD.set(priming);
      }
      case Channel _, NodeUnit<?> _, Job<?, ?> _ -> {}
    }
  }

  /** The context holds its resources weakly. */
  private static final java.util.concurrent.atomic.AtomicReference<SnapshotPriming> HELD =
      new java.util.concurrent.atomic.AtomicReference<>();

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    registry.answer(WireJson.MAPPER.writeValueAsBytes(NOBODY));
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
