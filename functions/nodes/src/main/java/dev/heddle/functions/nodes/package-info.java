/** Node types that carry no heavy library, one package each. */
@NullMarked
package dev.heddle.functions.nodes;

import org.jspecify.annotations.NullMarked;
