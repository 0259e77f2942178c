/** Models behind any endpoint that speaks OpenAI's chat completions, asked by OpenAI's SDK. */
@NullMarked
package dev.heddle.functions.ai.openai;

import org.jspecify.annotations.NullMarked;
