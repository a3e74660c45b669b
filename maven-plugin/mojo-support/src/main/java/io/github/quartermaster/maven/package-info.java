/**
 * What the mojos of all Quartermaster plugins share: how a goal starts and ends, report files,
 * tables and progress. Not meant for use outside of these plugins.
 */
@NullMarked
package io.github.quartermaster.maven;

import org.jspecify.annotations.NullMarked;
