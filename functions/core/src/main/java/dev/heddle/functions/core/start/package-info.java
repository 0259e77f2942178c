/** Starting runs. */
@NullMarked
package dev.heddle.functions.core.start;

import org.jspecify.annotations.NullMarked;
