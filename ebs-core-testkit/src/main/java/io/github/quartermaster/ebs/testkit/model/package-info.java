/**
 * What a test says to the emulator and reads from it: immutable values, safe to share between
 * threads, and the {@linkplain io.github.quartermaster.ebs.testkit.model.EmulatorClock clock}.
 */
@NullMarked
package io.github.quartermaster.ebs.testkit.model;

import org.jspecify.annotations.NullMarked;
