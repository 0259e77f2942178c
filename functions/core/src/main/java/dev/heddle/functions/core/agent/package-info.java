/** What agents said, did and were told. */
@NullMarked
package dev.heddle.functions.core.agent;

import org.jspecify.annotations.NullMarked;
