/**
 * The vocabulary of modules, WARs and plans: immutable values that every step of the core shares.
 *
 * <p>Nothing here reads, writes or decides; all types are safe to share between threads.
 */
@NullMarked
package io.github.quartermaster.amp.model;

import org.jspecify.annotations.NullMarked;
