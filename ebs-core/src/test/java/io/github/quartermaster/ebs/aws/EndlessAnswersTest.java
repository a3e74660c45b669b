package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndlessAnswersTest extends PointedAtEmulator {

  @Test
  void an_endless_text_is_cut() throws IOException {
    Answer<?> answer =
        answerTo(out -> forever(out, "<DescribeSnapshotsResponse><requestId>", "r".repeat(65_536)));

    assertThat(((Answer.Ambiguous<?>) answer).why()).contains("longer than any that makes sense");
  }

  @Test
  void endless_elements_are_cut_before_they_fill_the_memory() throws IOException {
    Answer<?> answer =
        answerTo(out -> forever(out, "<DescribeSnapshotsResponse>", "<a/>".repeat(16_384)));

    assertThat(((Answer.Ambiguous<?>) answer).why()).contains("longer than any that makes sense");
  }

  @Test
  void an_answer_that_trickles_ends_in_time() throws IOException {
    reconnect(Duration.ofMillis(500));
    Instant start = Instant.now();

    Answer<?> answer =
        answerTo(
            out -> {
              out.write("<DescribeSnapshotsResponse>".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
              }
            });

    assertThat(answer).isInstanceOf(Answer.Ambiguous.class);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private Answer<?> answerTo(OddServer.Body body) throws IOException {
    try (OddServer server = new OddServer(body)) {
      set("aws.endpointUrlEc2", server.url());
      Answer<?> answer = storage.snapshots(HOME, new SnapshotFilter.Ours(), null);
      assertThat(server.connections()).isEqualTo(1);
      return answer;
    }
  }

  private static void forever(OutputStream out, String start, String more) throws IOException {
    out.write(start.getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = more.getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(bytes);
    }
  }
}
