/** The actions that Sentinel brings: what remedies do to the machine. */
@NullMarked
package io.github.quartermaster.sentinel.internal.run.action;

import org.jspecify.annotations.NullMarked;
