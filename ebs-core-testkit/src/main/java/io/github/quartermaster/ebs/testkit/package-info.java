/**
 * An EC2 for tests, in this process and on loopback. Start at {@link
 * io.github.quartermaster.ebs.testkit.Ec2Emulator}.
 */
@NullMarked
package io.github.quartermaster.ebs.testkit;

import org.jspecify.annotations.NullMarked;
