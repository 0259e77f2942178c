/** The errors a node can fail with, under the names they have in a workflow. */
@NullMarked
package Heddle;

import org.jspecify.annotations.NullMarked;
