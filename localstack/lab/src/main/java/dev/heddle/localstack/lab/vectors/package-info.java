/** Runs recorded cases of the real service against the engine and counts how many agree. */
@NullMarked
package dev.heddle.localstack.lab.vectors;

import org.jspecify.annotations.NullMarked;
