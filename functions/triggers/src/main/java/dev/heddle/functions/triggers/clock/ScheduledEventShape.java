package dev.heddle.functions.triggers.clock;

import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;

/** What a run is handed that the clock starts. */
public final class ScheduledEventShape {
  private static final Shape TIME = new Shape.Text(Shape.Format.DATE_TIME, 0, 40, null);

  /** Its shape. */
  public static final Shape.Fields SHAPE =
      new Shape.Fields(
          List.of(
              field("scheduledAt", "Scheduled at", TIME),
              field("payload", "Payload", new Shape.Any())));

  private ScheduledEventShape() {}

  private static Shape.Field field(String name, String title, Shape shape) {
    return new Shape.Field(name, title, "", shape, true, false, false, null);
  }
}
