/**
 * How fast, and with how much memory: a big WAR and its AMPs made to measure with, whole processes
 * against the clock, and the inner parts under JMH.
 */
package io.github.quartermaster.it.benchmark;
