/** What runs wait for from outside: people's decisions, and events. */
@NullMarked
package dev.heddle.functions.spec.wait;

import org.jspecify.annotations.NullMarked;
