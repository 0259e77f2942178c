/** The platform's machines on the embedded engine. */
@NullMarked
package dev.heddle.statemachines.platform;

import org.jspecify.annotations.NullMarked;
