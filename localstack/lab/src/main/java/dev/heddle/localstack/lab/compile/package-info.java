/** How long drawings of all sizes take to compile, and how large their machines are. */
@NullMarked
package dev.heddle.localstack.lab.compile;

import org.jspecify.annotations.NullMarked;
