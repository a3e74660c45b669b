/**
 * What a check found out, for people and for programs: each form is one class that makes a text of
 * a {@link io.github.quartermaster.sentinel.CheckResult}. Nothing here reads, measures or writes
 * files; whatever came from outside is escaped as the form asks.
 */
@NullMarked
package io.github.quartermaster.sentinel.report;

import org.jspecify.annotations.NullMarked;
