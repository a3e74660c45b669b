/**
 * Takes each request from its connection to EC2 and back, past the log, the hook and the faults.
 */
@NullMarked
package io.github.quartermaster.ebs.testkit.internal.serve;

import org.jspecify.annotations.NullMarked;
