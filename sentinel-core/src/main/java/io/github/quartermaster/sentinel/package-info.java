/** The front door: {@link io.github.quartermaster.sentinel.CheckResult} is what comes out of it. */
@NullMarked
package io.github.quartermaster.sentinel;

import org.jspecify.annotations.NullMarked;
