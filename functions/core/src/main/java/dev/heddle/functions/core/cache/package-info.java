/** Values a process keeps for a while. */
@NullMarked
package dev.heddle.functions.core.cache;

import org.jspecify.annotations.NullMarked;
