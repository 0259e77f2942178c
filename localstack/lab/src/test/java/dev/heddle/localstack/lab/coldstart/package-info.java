/** Cold starts in the small. */
@NullMarked
package dev.heddle.localstack.lab.coldstart;

import org.jspecify.annotations.NullMarked;
