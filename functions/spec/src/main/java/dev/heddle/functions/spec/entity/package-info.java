/** What is stored: each kind of item as data, a constant on the contract it is reached by. */
@NullMarked
package dev.heddle.functions.spec.entity;

import org.jspecify.annotations.NullMarked;
