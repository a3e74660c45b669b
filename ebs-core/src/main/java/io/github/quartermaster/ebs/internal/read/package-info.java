/** Files and a cloud's answers, made into values of the model. */
@NullMarked
package io.github.quartermaster.ebs.internal.read;

import org.jspecify.annotations.NullMarked;
