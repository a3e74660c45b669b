/**
 * For the tests of those who write health providers and actions. Start at {@link
 * io.github.quartermaster.sentinel.testkit.HealthProviderContract} and {@link
 * io.github.quartermaster.sentinel.testkit.ActionContract}.
 */
@NullMarked
package io.github.quartermaster.sentinel.testkit;

import org.jspecify.annotations.NullMarked;
