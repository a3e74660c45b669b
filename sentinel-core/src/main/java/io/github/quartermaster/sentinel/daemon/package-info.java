/**
 * The daemon: watches by a configuration until it is told to stop, reads the configuration again
 * where it changed, and tells monitors and people on this machine how things are.
 */
@NullMarked
package io.github.quartermaster.sentinel.daemon;

import org.jspecify.annotations.NullMarked;
