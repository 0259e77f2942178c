/** The API: one class per route, and the jobs that keep what it shows. */
@NullMarked
package dev.heddle.functions.api;

import org.jspecify.annotations.NullMarked;
