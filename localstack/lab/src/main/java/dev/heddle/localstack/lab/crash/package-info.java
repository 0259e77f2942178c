/** Kills a process in the middle of runs, again and again, and checks what became of them. */
@NullMarked
package dev.heddle.localstack.lab.crash;

import org.jspecify.annotations.NullMarked;
