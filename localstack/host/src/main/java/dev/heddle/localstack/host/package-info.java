/** Heddle on one laptop: everything started, wired and stopped together. */
@NullMarked
package dev.heddle.localstack.host;

import org.jspecify.annotations.NullMarked;
