/** One question to a chat model, whichever provider's. */
@NullMarked
package dev.heddle.functions.ai.chat;

import org.jspecify.annotations.NullMarked;
