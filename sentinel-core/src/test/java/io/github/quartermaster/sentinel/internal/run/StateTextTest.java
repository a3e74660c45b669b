package io.github.quartermaster.sentinel.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.internal.run.Timeline.Uptime;
import io.github.quartermaster.sentinel.model.Attempt;
import io.github.quartermaster.sentinel.model.Attempt.Outcome;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.History;
import io.github.quartermaster.sentinel.model.Recovery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTextTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Memory MEMORY =
      memory(
          List.of(
              new Attempt("heal", 1, "clean", Host.DISK, NOON, Outcome.FIXED, "did it"),
              new Attempt("heal", 0, "page", Host.DISK, NOON, null, "")),
          List.of(new Recovery(Host.DISK, NOON, null, NOON)));

  @Test
  void what_was_written_is_read() throws IOException {
    assertThat(StateText.read(StateText.of(MEMORY))).isEqualTo(MEMORY);
  }

  @Property(tries = 300)
  void names_and_messages_of_any_kind_are_kept(@ForAll("memories") Memory memory)
      throws IOException {
    assertThat(StateText.read(StateText.of(memory))).isEqualTo(memory);
  }

  @Property(tries = 300)
  void half_a_file_is_never_taken_for_a_whole_one(
      @ForAll("memories") Memory memory, @ForAll int cut) throws IOException {
    byte[] bytes = StateText.of(memory);

    byte[] half = Arrays.copyOf(bytes, Math.floorMod(cut, bytes.length));
    assertThatThrownBy(() -> StateText.read(half)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state/1      | state/2      | its form is quartermaster.sentinel.state/2",
        "\"attempts\" | \"atempts\"  | its member \"attempts\" is missing",
        "\"FIXED\"    | \"FIXT\"     | a value in it means nothing",
        "\"FIXED\"    | 7            | its member \"outcome\" is no text",
        "2026-11-25T  | 2026-13-25T  | a value in it means nothing",
        "\"1\"        | \"-1\"       | a value in it means nothing",
        "\"disk\"     | \"\"         | a value in it means nothing"
      })
  void what_is_not_as_it_was_written_is_refused(String written, String changed, String why)
      throws IOException {
    String text = new String(StateText.of(MEMORY), StandardCharsets.UTF_8);
    assertThat(text).contains(written);
    byte[] wrong = text.replace(written, changed).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> StateText.read(wrong))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(why);
  }

  @Provide
  Arbitrary<Memory> memories() {
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(20);
    Arbitrary<ComponentId> ids =
        Arbitraries.strings()
            .all()
            .ofMinLength(1)
            .ofMaxLength(20)
            .filter(ComponentId::isWellFormed)
            .map(ComponentId::new);
    Arbitrary<Instant> times =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    Arbitrary<Outcome> outcomes = Arbitraries.of(Outcome.class).injectNull(0.2);
    Arbitrary<Attempt> attempts =
        Combinators.combine(texts, texts, ids, times, outcomes, texts)
            .as(
                (remedy, action, target, at, outcome, message) ->
                    new Attempt(remedy, 3, action, target, at, outcome, message));
    Arbitrary<Recovery> recoveries =
        Combinators.combine(ids, times.injectNull(0.3), times.injectNull(0.3), times)
            .as(Recovery::new);
    return Combinators.combine(attempts.list().ofMaxSize(5), recoveries.list().ofMaxSize(3))
        .as(StateTextTest::memory);
  }

  private static Memory memory(List<Attempt> attempts, List<Recovery> recoveries) {
    Uptime uptime = new Uptime("boot \u00e4", Duration.ofMillis(1234));
    return new Memory(
        new History(attempts, new ArrayList<>(recoveries)), new ClockMark(NOON, uptime));
  }
}
