/** Builds of small source trees. */
@NullMarked
package dev.heddle.localstack.host.build;

import org.jspecify.annotations.NullMarked;
