/** What routes and channels share: steps of building, publishing and starting over the ports. */
@NullMarked
package dev.heddle.functions.publishing;

import org.jspecify.annotations.NullMarked;
