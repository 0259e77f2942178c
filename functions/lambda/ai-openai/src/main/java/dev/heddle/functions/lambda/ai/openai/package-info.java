/** The Lambda jar of what asks models by OpenAI's protocol. */
@NullMarked
package dev.heddle.functions.lambda.ai.openai;

import org.jspecify.annotations.NullMarked;
