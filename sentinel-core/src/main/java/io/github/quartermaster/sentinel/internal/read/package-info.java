/**
 * From files, machines and answers to values: the configuration, and what the providers find out.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.read;

import org.jspecify.annotations.NullMarked;
