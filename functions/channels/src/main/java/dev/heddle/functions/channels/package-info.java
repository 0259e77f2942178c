/** Ways in from outside: what starts runs, one package each. */
@NullMarked
package dev.heddle.functions.channels;

import org.jspecify.annotations.NullMarked;
