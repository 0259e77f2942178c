/** Runs of a drawing from a file: no server, no data folder, the engine in memory. */
@NullMarked
package dev.heddle.localstack.host.offline;

import org.jspecify.annotations.NullMarked;
