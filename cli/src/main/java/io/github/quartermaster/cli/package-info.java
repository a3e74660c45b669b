/**
 * The command line: every goal of the plugins as a command, with the goal's own parameters. It
 * decides nothing; what a goal does, says and reports is the goal's.
 */
@NullMarked
package io.github.quartermaster.cli;

import org.jspecify.annotations.NullMarked;
