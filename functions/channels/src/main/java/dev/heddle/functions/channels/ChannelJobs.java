package dev.heddle.functions.channels;

import dev.heddle.functions.channels.dispatch.DispatchIntake;
import dev.heddle.functions.spec.unit.Job;
import java.util.List;

/** This room's jobs. */
public final class ChannelJobs {
  /** All of them. */
  public static final List<Job<?, ?>> ALL = List.of(new DispatchIntake());

  private ChannelJobs() {}
}
