package dev.heddle.functions.triggers.clock;

import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;

/** What a run is handed that the clock starts. */
public final class ScheduledEventShape {
  private static final Shape TIME = Shape.Text.of(Shape.Format.DATE_TIME, 0, 40);

  /** Its shape. */
  public static final Shape.Fields SHAPE =
      new Shape.Fields(
          List.of(
              Shape.Field.required("scheduledAt", "Scheduled at", TIME),
              Shape.Field.required("payload", "Payload", new Shape.Any())));

  private ScheduledEventShape() {}
}
