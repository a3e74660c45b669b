/**
 * The checks of this machine: processor, memory, disks, network, processes, files and databases.
 *
 * <p>What they hold themselves to: what cannot be measured on this machine is listed as not checked
 * and is no trouble of anybody (a container without a gateway that answers, a file system that
 * counts no inodes, a machine without swap); what should have been measured and could not is
 * unknown, with the reason; only what was seen to fail is down.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.host;

import org.jspecify.annotations.NullMarked;
