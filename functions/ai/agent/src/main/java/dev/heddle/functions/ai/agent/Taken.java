package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.agent.Turn;
import dev.heddle.functions.spec.model.Usage;
import java.util.List;

/** A turn that was taken, its calls, and what it took. */
record Taken(Turn turn, List<ToolExecution> calls, Usage usage) {}
