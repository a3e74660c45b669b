/**
 * What this machine says of itself: processor, memory, file systems, processes, network, read from
 * the kernel's files and through OSHI. Knows nothing of health.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.host;

import org.jspecify.annotations.NullMarked;
