package io.github.quartermaster.amp.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Findings that are known and accepted.
 *
 * @param rule those of this rule
 * @param subjects and of these subjects, or null for all; read it by {@link #pattern()}
 */
public record Allowance(LintRule rule, @Nullable String subjects) {
  /**
   * Reads {@code RULE} or {@code RULE:pattern}.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public static Allowance parse(String text) {
    String[] parts = text.strip().split(":", 2);
    String pattern = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : null;
    return new Allowance(LintRule.valueOf(parts[0].strip()), pattern);
  }

  /**
   * Which subjects: {@code **} stands for anything, {@code *} for anything within a folder, {@code
   * ?} for one character. Empty for all.
   */
  public Optional<String> pattern() {
    return Optional.ofNullable(subjects);
  }

  @Override
  public String toString() {
    return subjects == null ? rule.name() : rule + ":" + subjects;
  }
}
