/** The READMEs: that what they say can be done, and is there. */
@NullMarked
package dev.heddle.localstack.host.readme;

import org.jspecify.annotations.NullMarked;
