/** Routes of what runs wait for: people's decisions, and events. */
@NullMarked
package dev.heddle.functions.api.approvals;

import org.jspecify.annotations.NullMarked;
