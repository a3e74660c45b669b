/** HTTP/1.1 over plain sockets, so that a connection can be reset or cut wherever a test wants. */
@NullMarked
package io.github.quartermaster.ebs.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
