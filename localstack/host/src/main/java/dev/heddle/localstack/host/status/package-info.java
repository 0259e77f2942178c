/** The status pages of the laptop. */
@NullMarked
package dev.heddle.localstack.host.status;

import org.jspecify.annotations.NullMarked;
