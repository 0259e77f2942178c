/** How bytes from outside are read by what their Content-Type says. */
@NullMarked
package dev.heddle.functions.core.content;

import org.jspecify.annotations.NullMarked;
