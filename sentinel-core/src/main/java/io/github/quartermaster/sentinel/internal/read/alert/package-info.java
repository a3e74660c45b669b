/** What other monitors know: asked for, or sent by them, and mapped to components. */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.alert;

import org.jspecify.annotations.NullMarked;
