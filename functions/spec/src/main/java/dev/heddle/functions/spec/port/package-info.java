/** What a unit may touch, as narrow ports; each is granted by an access the unit declares. */
@NullMarked
package dev.heddle.functions.spec.port;

import org.jspecify.annotations.NullMarked;
