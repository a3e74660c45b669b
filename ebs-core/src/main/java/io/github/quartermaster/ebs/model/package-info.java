/**
 * Volumes, snapshots and copies as values, and the port through which a cloud is reached. Knows the
 * JDK only.
 */
@NullMarked
package io.github.quartermaster.ebs.model;

import org.jspecify.annotations.NullMarked;
