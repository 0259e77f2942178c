package dev.heddle.functions.aws.cloud;

/**
 * Where timers live and what they do.
 *
 * @param group the schedule group that holds all of them
 * @param queueArn the intake queue they send to
 * @param roleArn the role they send in
 */
public record SchedulerSettings(String group, String queueArn, String roleArn) {}
