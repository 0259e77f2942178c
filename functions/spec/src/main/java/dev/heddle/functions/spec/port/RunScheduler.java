package dev.heddle.functions.spec.port;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The clock that starts runs: at each due time an event goes to the intake queue. */
public interface RunScheduler {

  /**
   * Makes exactly these timers stand for a workflow; others it had are removed. Repeatable.
   *
   * @throws dev.heddle.functions.spec.fault.Fault invalid when the clock refuses an expression
   */
  void set(String tenant, String workflow, List<Timer> timers);

  /**
   * One timer.
   *
   * @param trigger the id of the trigger node
   * @param expression {@code cron(…)}, {@code rate(…)} or {@code at(…)} as EventBridge Scheduler
   *     reads them
   * @param timeZone an IANA name
   * @param payload handed to every run; JSON null for none
   */
  record Timer(String trigger, String expression, String timeZone, JsonNode payload) {}
}
