/** The platform's machines on the embedded engine. */
@NullMarked
package dev.heddle.statemachines.compiler.platform;

import org.jspecify.annotations.NullMarked;
