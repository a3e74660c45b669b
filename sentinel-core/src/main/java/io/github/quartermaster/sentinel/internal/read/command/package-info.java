/** Checks that a program makes: plugins of Nagios, and any other executable. */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.command;

import org.jspecify.annotations.NullMarked;
