/** Programs run without a shell, within bounds of time and memory; knows nothing of health. */
@NullMarked
package io.github.quartermaster.sentinel.internal.process;

import org.jspecify.annotations.NullMarked;
