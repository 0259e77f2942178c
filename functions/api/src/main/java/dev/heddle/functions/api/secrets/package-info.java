/** A workspace's secrets: stored and removed, never read. */
@NullMarked
package dev.heddle.functions.api.secrets;

import org.jspecify.annotations.NullMarked;
