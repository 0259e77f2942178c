/** The way out to the public internet, with a guard at the door. */
@NullMarked
package dev.heddle.functions.core.internet;

import org.jspecify.annotations.NullMarked;
