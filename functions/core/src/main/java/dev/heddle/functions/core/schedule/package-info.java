/** What schedules must hold before they are published. */
@NullMarked
package dev.heddle.functions.core.schedule;

import org.jspecify.annotations.NullMarked;
