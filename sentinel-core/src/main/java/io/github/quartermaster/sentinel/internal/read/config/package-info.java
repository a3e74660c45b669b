/** From a configuration file to the checks that it asks for, with every mistake named. */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.config;

import org.jspecify.annotations.NullMarked;
