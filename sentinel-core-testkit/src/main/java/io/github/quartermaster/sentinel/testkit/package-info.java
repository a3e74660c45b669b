/**
 * For the tests of those who write health providers. Start at {@link
 * io.github.quartermaster.sentinel.testkit.HealthProviderContract}.
 */
@NullMarked
package io.github.quartermaster.sentinel.testkit;

import org.jspecify.annotations.NullMarked;
