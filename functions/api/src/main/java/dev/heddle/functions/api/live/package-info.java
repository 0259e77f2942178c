/** The live API: connections and what they follow. */
@NullMarked
package dev.heddle.functions.api.live;

import org.jspecify.annotations.NullMarked;
