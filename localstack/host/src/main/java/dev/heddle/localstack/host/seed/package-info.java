/** What a stranger finds on the first start. */
@NullMarked
package dev.heddle.localstack.host.seed;

import org.jspecify.annotations.NullMarked;
