/** Questions to web servers, bounded in time and size; knows nothing of health. The JDK only. */
@NullMarked
package io.github.quartermaster.sentinel.internal.http;

import org.jspecify.annotations.NullMarked;
