/** Routes that tell of the platform itself. */
@NullMarked
package dev.heddle.functions.api.platform;

import org.jspecify.annotations.NullMarked;
