package io.github.quartermaster.ebs.testkit.model;

/**
 * A bucket of request tokens: each request takes one, and is refused where none is left.
 *
 * @param capacity how many it holds when full, as it is at the start
 * @param perSecond how many are added in a second of virtual time
 */
public record RequestRate(int capacity, double perSecond) {}
