/**
 * A small HTTP server on loopback, for people and monitors on this machine: who may ask, and how
 * much. What is asked and answered is not its business.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.server;

import org.jspecify.annotations.NullMarked;
