/** Chat models behind any endpoint that speaks OpenAI's chat completions. */
@NullMarked
package dev.heddle.functions.ai.chat;

import org.jspecify.annotations.NullMarked;
