/** JSON from strangers, read within bounds; knows nothing of health. */
@NullMarked
package io.github.quartermaster.sentinel.internal.json;

import org.jspecify.annotations.NullMarked;
