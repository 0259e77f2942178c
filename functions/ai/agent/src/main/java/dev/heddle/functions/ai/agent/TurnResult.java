package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.agent.ConversationTurn;
import dev.heddle.functions.spec.agent.ToolExecution;
import dev.heddle.functions.spec.model.TokenUsage;
import java.util.List;

/** A turn that was taken, its calls, and what it took. */
record TurnResult(ConversationTurn turn, List<ToolExecution> calls, TokenUsage usage) {}
