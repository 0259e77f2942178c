/** The Lambda jar of what asks models by OpenAI's protocol. */
@NullMarked
package dev.heddle.functions.lambda.aiopenai;

import org.jspecify.annotations.NullMarked;
