package dev.heddle.functions.lambda.channels;

import dev.heddle.functions.channels.ChannelJobs;
import dev.heddle.functions.channels.Channels;
import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.spec.unit.Unit;
import java.util.Map;
import java.util.stream.Stream;

/** The entry point of the jar with the channels and their dispatcher. */
public final class ChannelsHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public ChannelsHandler() {
    this(System.getenv());
  }

  /** Opens the unit that these variables name. */
  public ChannelsHandler(Map<String, String> environment) {
    super(
        Stream.<Unit>concat(Channels.ALL.stream(), ChannelJobs.ALL.stream()).toList(), environment);
  }
}
