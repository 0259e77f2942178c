/** The stack in AWS: loops over the catalog. */
@NullMarked
package dev.heddle.infracdk;

import org.jspecify.annotations.NullMarked;
