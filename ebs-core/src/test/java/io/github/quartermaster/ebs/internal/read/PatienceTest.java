package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Page;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final TestTimeline timeline = new TestTimeline();
  private final Patience patience = new Patience(timeline, Duration.ofMinutes(5));
  private final Deque<Answer<String>> answers = new ArrayDeque<>();

  @Test
  void good_answer_takes_no_time() {
    answers.add(new Done<>("yes"));
    assertThat(ask()).isEqualTo(new Done<>("yes"));
    assertThat(timeline.pauses).isEmpty();
  }

  @Test
  void lost_answers_are_asked_for_again_at_growing_intervals() {
    answers.add(new Ambiguous<>("reset"));
    answers.add(new Ambiguous<>("reset"));
    answers.add(new Done<>("yes"));
    assertThat(ask()).isEqualTo(new Done<>("yes"));
    assertThat(timeline.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void cloud_says_how_long_to_wait() {
    answers.add(new Wait<>(Wait.Reason.THROTTLED, Duration.ofSeconds(7), "slow down"));
    answers.add(new Done<>("yes"));
    assertThat(ask()).isEqualTo(new Done<>("yes"));
    assertThat(timeline.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void silence_ends_after_the_limit() {
    assertThatThrownBy(() -> patience.ask("list volumes", () -> new Ambiguous<>("no route")))
        .isInstanceOf(EbsException.class)
        .hasMessageStartingWith("CLOUD_UNREACHABLE: tried to list volumes; no route.");
    assertThat(timeline.pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(280L, 300L);
  }

  @Test
  void refused_credentials_end_everything() {
    answers.add(new Refused<>(Refused.Reason.CREDENTIALS, "ExpiredToken: too old"));
    assertThatThrownBy(this::ask)
        .hasMessageStartingWith("CREDENTIALS_REFUSED: tried to list volumes; ExpiredToken: too old")
        .hasMessageContaining("clock");
  }

  @Test
  void missing_permission_names_what_to_allow_and_the_clouds_words() {
    String words = "UnauthorizedOperation: not authorized to perform ec2:DescribeVolumes";
    answers.add(new Refused<>(Refused.Reason.PERMISSION, words));
    assertThatThrownBy(() -> Patience.sure("list volumes", ask()))
        .hasMessage(
            "PERMISSION_DENIED: tried to list volumes; "
                + words
                + ". Allow these credentials to list volumes");
  }

  @Test
  void what_the_cloud_does_not_offer_is_told() {
    answers.add(new Refused<>(Refused.Reason.UNSUPPORTED, "no such thing"));
    assertThatThrownBy(() -> Patience.sure("list volumes", ask()))
        .hasMessageStartingWith("UNSUPPORTED: tried to list volumes; no such thing");
  }

  @Test
  void list_is_read_to_its_end_also_over_empty_pages() {
    List<String> found =
        patience.list(
            "list",
            next -> {
              if (next == null) {
                return new Done<>(new Page<>(List.of("a"), "1"));
              }
              return next.equals("1")
                  ? new Done<>(new Page<>(List.of(), "2"))
                  : new Done<>(Page.last(List.of("b")));
            });
    assertThat(found).containsExactly("a", "b");
  }

  @Test
  void list_that_goes_round_in_circles_is_read_again_from_its_beginning() {
    List<String> asked = new ArrayList<>();
    List<String> found =
        patience.list(
            "list",
            next -> {
              asked.add(String.valueOf(next));
              if (next == null) {
                return new Done<>(new Page<>(List.of("a"), "1"));
              }
              return asked.size() < 4
                  ? new Done<>(new Page<>(List.of("b"), "1"))
                  : new Done<>(Page.last(List.of("b")));
            });
    assertThat(found).containsExactly("a", "b");
    assertThat(asked).containsExactly("null", "1", "null", "1");
    assertThat(timeline.pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void list_that_always_goes_round_in_circles_ends_after_the_limit() {
    assertThatThrownBy(
            () -> patience.list("list", next -> new Done<>(new Page<>(List.of("a"), "same"))))
        .hasMessageContaining("its list goes round in circles");
    assertThat(timeline.pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(280L, 300L);
  }

  private Answer<String> ask() {
    return patience.ask("list volumes", answers::remove);
  }
}
