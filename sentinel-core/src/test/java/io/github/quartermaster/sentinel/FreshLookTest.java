package io.github.quartermaster.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshLookTest {
  @Test
  void it_is_over_when_all_have_answered() {
    FreshLook look = new FreshLook(Set.of("disk", "web"));

    assertThat(look.ready(check -> false)).containsExactly("disk", "web");
    assertThat(look.ready(check -> false)).isEmpty();
    look.answered(List.of("disk", "other"));
    assertThat(look.isComplete()).isFalse();
    look.answered(List.of("web"));
    assertThat(look.isComplete()).isTrue();
  }

  @Test
  void an_answer_to_a_question_of_before_does_not_count() {
    FreshLook look = new FreshLook(Set.of("web"));

    assertThat(look.ready("web"::equals)).isEmpty();
    look.answered(List.of("web"));
    assertThat(look.isComplete()).isFalse();
    assertThat(look.ready(check -> false)).containsExactly("web");
  }
}
