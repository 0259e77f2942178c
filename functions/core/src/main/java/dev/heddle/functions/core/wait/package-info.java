/** What runs wait for from outside: people's decisions, and events. */
@NullMarked
package dev.heddle.functions.core.wait;

import org.jspecify.annotations.NullMarked;
