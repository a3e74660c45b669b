package io.github.quartermaster.ebs.model;

import java.math.BigDecimal;

/**
 * What reading blocks is expected to take at most.
 *
 * @param lists requests that list blocks
 * @param blocks blocks read
 * @param amount the price of both
 */
public record ReadingCost(long lists, long blocks, BigDecimal amount, String currency) {}
