/**
 * YAML 1.2 as a small tree whose every value knows where it stands. Knows nothing of what the
 * values mean; the JDK and snakeyaml-engine only.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.yaml;

import org.jspecify.annotations.NullMarked;
