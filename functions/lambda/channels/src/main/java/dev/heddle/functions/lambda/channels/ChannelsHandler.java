package dev.heddle.functions.lambda.channels;

import dev.heddle.functions.channels.ChannelJobs;
import dev.heddle.functions.channels.Channels;
import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.spec.unit.Unit;
import java.util.stream.Stream;

/** The entry point of the jar with the channels and their dispatcher. */
public final class ChannelsHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public ChannelsHandler() {
    super(Stream.<Unit>concat(Channels.ALL.stream(), ChannelJobs.ALL.stream()).toList());
  }
}
