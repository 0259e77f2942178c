package dev.heddle.functions.api;

import dev.heddle.functions.api.auth.AuthorizeRequest;
import dev.heddle.functions.api.live.FollowLive;
import dev.heddle.functions.api.record.RecordRuns;
import dev.heddle.functions.spec.unit.Job;
import java.util.List;

/** This room's jobs. */
public final class ApiJobs {
  /** All of them. */
  public static final List<Job<?, ?>> ALL =
      List.of(new AuthorizeRequest(), new RecordRuns(), new FollowLive());

  private ApiJobs() {}
}
