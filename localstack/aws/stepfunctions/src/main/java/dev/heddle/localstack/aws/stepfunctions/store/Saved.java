package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;

/** An execution as it was last stored; without scopes and items once it has ended. */
public record Saved(
    Execution execution, Progress progress, List<Row> scopes, Map<Integer, byte[]> items) {}
