/** What agents said, did and were told. */
@NullMarked
package dev.heddle.functions.spec.agent;

import org.jspecify.annotations.NullMarked;
