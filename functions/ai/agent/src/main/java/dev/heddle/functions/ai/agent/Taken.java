package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.agent.ToolCall;
import dev.heddle.functions.spec.agent.Turn;
import java.util.List;

/** A turn that was taken, its calls, and what it took. */
record Taken(Turn turn, List<ToolCall> calls, long promptTokens, long completionTokens) {}
