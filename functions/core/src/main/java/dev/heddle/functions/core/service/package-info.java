/** What routes and channels share: steps of building, publishing and starting over the ports. */
@NullMarked
package dev.heddle.functions.core.service;

import org.jspecify.annotations.NullMarked;
