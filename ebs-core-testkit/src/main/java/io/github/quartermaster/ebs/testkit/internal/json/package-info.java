/** JSON, written and read without a library. */
@NullMarked
package io.github.quartermaster.ebs.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
