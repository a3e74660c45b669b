package io.github.quartermaster.sentinel.internal.read.config;

import java.util.Optional;
import java.util.function.Function;

/** What became of a text that should be a value of some type. */
sealed interface Parsed {
  /**
   * It is one.
   *
   * @param value of the type that the accessors of settings give
   */
  record Right(Object value) implements Parsed {}

  /**
   * It is none.
   *
   * @param expected what would be one
   * @param suggestion what was probably meant, if that can be guessed
   */
  record Wrong(String expected, Optional<String> suggestion) implements Parsed {}

  /** What a parser makes of a text, or a near text that it could read. */
  static <T> Parsed by(Function<String, Optional<T>> parser, String text, String expected) {
    return parser
        .apply(text)
        .<Parsed>map(Right::new)
        .orElseGet(
            () ->
                new Wrong(
                    expected, Suggestion.readable(text, other -> parser.apply(other).isPresent())));
  }
}
