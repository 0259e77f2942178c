/** Runs started by a call of a workflow's own address. */
@NullMarked
package dev.heddle.functions.channels.webhook;

import org.jspecify.annotations.NullMarked;
