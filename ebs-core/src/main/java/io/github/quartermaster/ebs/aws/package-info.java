/**
 * Volumes and snapshots on AWS: the only package that knows the AWS SDK, and does not show it. What
 * it takes for granted about EC2 is in {@link io.github.quartermaster.ebs.aws.Ec2Errors} and {@link
 * io.github.quartermaster.ebs.aws.Ec2Traits}, as data.
 */
@NullMarked
package io.github.quartermaster.ebs.aws;

import org.jspecify.annotations.NullMarked;
