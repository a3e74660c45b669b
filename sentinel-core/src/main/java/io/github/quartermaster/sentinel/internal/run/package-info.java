/**
 * Carries remedies out: the only place that changes anything on the machine. Decides nothing by
 * itself; what it is to do comes as values, and so does what it did.
 *
 * <p>An attempt is on the disk before its action begins, so that whoever comes after a crash knows
 * of every action that may have happened. What is decided is in the audit log before it is done.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.run;

import org.jspecify.annotations.NullMarked;
