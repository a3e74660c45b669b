package io.github.quartermaster.ebs.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real answers of Cinder mean. */
class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "snapshots quota, QUOTA",
    "gigabytes quota by snapshot, QUOTA",
    "gigabytes quota, QUOTA",
    "volumes quota, QUOTA",
    "restore over quota, QUOTA",
    "backups quota, QUOTA",
    "backup gigabytes quota, QUOTA",
    "import over quota, QUOTA",
    "metadata key too long, INVALID",
    "metadata value too long, INVALID",
    "metadata key empty, INVALID",
    "in use without force before 3.66, INVALID",
    "force false, INVALID",
    "incremental without full, INVALID",
    "import twice, INVALID",
    "backups by metadata, INVALID",
    "volume has snapshots, IN_USE",
    "full with increments not deleted, IN_USE",
    "backup being made not deleted, IN_USE",
    "snapshot of somebody else, NOT_FOUND",
    "no volume, NOT_FOUND",
    "export refused, PERMISSION",
    "import refused, PERMISSION",
    "microversion too new, UNSUPPORTED",
    "bad token, CREDENTIALS",
    "access rule, CREDENTIALS"
  })
  void a_plain_no_is_told_by_its_reason(String recorded, Refused.Reason reason) {
    Reply reply = Recorded.reply(recorded);

    assertThat(Failures.answer(reply))
        .isInstanceOfSatisfying(
            Refused.class,
            no -> {
              assertThat(no.reason()).isEqualTo(reason);
              assertThat(no.why())
                  .contains(Failures.message(reply).substring(0, 20))
                  .contains("(request req-");
            });
  }

  @ParameterizedTest
  @CsvSource({"snapshot while backing up", "backup while backing up", "second backup at once"})
  void what_is_busy_is_waited_for(String recorded) {
    assertThat(Failures.answer(Recorded.reply(recorded)))
        .isInstanceOfSatisfying(
            Wait.class, wait -> assertThat(wait.reason()).isEqualTo(Wait.Reason.BUSY));
  }

  @Test
  void a_volume_that_is_broken_is_not_waited_for() {
    assertThat(
            answer(
                400,
                Map.of(),
                "{'badRequest':{'message':'Volume x status must be available, in-use, but current"
                    + " status is: error.'}}"))
        .isEqualTo(
            new Refused<>(
                Refused.Reason.INVALID,
                "Volume x status must be available, in-use, but current status is: error."));
  }

  @Test
  void too_many_requests_are_told_from_a_quota_by_the_time_to_wait() {
    assertThat(
            answer(
                413, Map.of("retry-after", "7"), "{'overLimit':{'message':'slow down, please'}}"))
        .isEqualTo(new Wait<>(Wait.Reason.THROTTLED, Duration.ofSeconds(7), "slow down, please"));
    assertThat(answer(429, Map.of("retry-after", "999999"), ""))
        .isInstanceOfSatisfying(
            Wait.class, wait -> assertThat(wait.atLeast()).isEqualTo(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504"})
  void a_server_in_trouble_leaves_open_what_was_done(int status) {
    assertThat(answer(status, Map.of(), "<html>trouble</html>")).isInstanceOf(Ambiguous.class);
  }

  @ParameterizedTest
  @CsvSource({"400", "403", "404", "302", "200"})
  void what_a_proxy_says_is_no_word_of_the_cloud(int status) {
    assertThat(answer(status, Map.of(), "<html>no</html>"))
        .isEqualTo(
            new Ambiguous<>(
                "an answer with HTTP status " + status + " that is not of OpenStack's form"));
  }

  @Test
  void words_of_a_server_are_one_short_line_without_secrets() {
    String token = "gAAAAABlZ" + "x".repeat(150);
    assertThat(ServerWords.of("no\r\n\u001b[31m such token " + token + ", password=hunter2, ok"))
        .isEqualTo("no [31m such token ***, password=***, ok");
    assertThat(ServerWords.of("x".repeat(100_000))).hasSize(503);
  }

  private static Answer<String> answer(int status, Map<String, String> headers, String body) {
    return Failures.answer(new Reply(status, headers, body.replace('\'', '"')));
  }
}
