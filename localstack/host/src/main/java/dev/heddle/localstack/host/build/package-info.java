/**
 * Builds what changed before the laptop starts. Nothing but the JDK is imported here, for it is
 * compiled before anything else is there.
 */
@NullMarked
package dev.heddle.localstack.host.build;

import org.jspecify.annotations.NullMarked;
