/**
 * Places the nodes and edges of a graph on a plane. Pure, and knows nothing of what the nodes stand
 * for.
 */
@NullMarked
package io.github.quartermaster.drawing;

import org.jspecify.annotations.NullMarked;
