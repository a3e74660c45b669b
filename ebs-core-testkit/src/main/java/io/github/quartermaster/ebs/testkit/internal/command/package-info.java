/** The emulator as a program of its own. */
@NullMarked
package io.github.quartermaster.ebs.testkit.internal.command;

import org.jspecify.annotations.NullMarked;
