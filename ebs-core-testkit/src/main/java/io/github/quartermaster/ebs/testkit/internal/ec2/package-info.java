/**
 * What EC2 does: the account with its regions, the actions on it, their limits, and the XML they
 * answer with; beside it the little that is needed of STS and KMS. Knows nothing of HTTP.
 */
@NullMarked
package io.github.quartermaster.ebs.testkit.internal.ec2;

import org.jspecify.annotations.NullMarked;
