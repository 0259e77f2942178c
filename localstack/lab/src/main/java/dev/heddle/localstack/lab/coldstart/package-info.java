/** Measures how long Lambda functions take to start, by the runtime that AWS starts them with. */
@NullMarked
package dev.heddle.localstack.lab.coldstart;

import org.jspecify.annotations.NullMarked;
