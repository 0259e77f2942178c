package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.services.Targets;

/** What schedules call. */
@FunctionalInterface
public interface ScheduleTargets extends Targets {}
