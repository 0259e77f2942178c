/** An agent: a model that calls tools until it can answer, each turn and each call durable. */
@NullMarked
package dev.heddle.functions.ai.agent;

import org.jspecify.annotations.NullMarked;
