package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.Call;
import io.github.quartermaster.ebs.model.EbsEvent;
import io.github.quartermaster.ebs.model.Snapshot;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.RecordingLog;
import io.github.quartermaster.maven.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EbsLogTest {
  private static final Token SNAPSHOT = Token.ofVolume(Samples.RUN, Samples.DATA.id());
  private static final Token COPY = Token.ofCopy(Samples.RUN, Samples.DATA.id(), Samples.EAST);
  private static final Snapshot MADE = Samples.snapshot("snap-1", "completed", 100);

  private final RecordingLog log = new RecordingLog();
  private final List<BackupPlan> plans = new ArrayList<>();
  private final SteppedClock clock = new SteppedClock();

  @Test
  void each_step_is_a_line_that_names_the_volume_as_the_user_does() {
    EbsLog listener = listener(Optional.empty());

    listener.on(new EbsEvent.Planned(Samples.plan()));
    listener.on(new EbsEvent.Begun(SNAPSHOT, Samples.WEST, new SnapshotId("snap-1")));
    listener.on(new EbsEvent.Completed(SNAPSHOT, MADE));
    listener.on(new EbsEvent.InDoubt(COPY, "connection reset"));
    listener.on(new EbsEvent.Adopted(COPY, Samples.copy("snap-c", "pending", 0)));
    listener.on(new EbsEvent.DuplicateRemoved(COPY, Samples.EAST, new SnapshotId("snap-d")));
    listener.on(new EbsEvent.Failed(COPY, Samples.LATE));

    assertThat(log.lines())
        .containsExactly(
            "info vol-data (Content store): snapshot snap-1 begun in us-west-1",
            "info vol-data (Content store): snapshot snap-1 completed in us-west-1",
            "warn vol-data (Content store): copy to us-east-1 may or may not have been begun, which"
                + " is being looked up; connection reset",
            "info vol-data (Content store): copy snap-c found in us-east-1",
            "warn vol-data (Content store): copy to us-east-1: snap-d was one too many, and is"
                + " removed",
            "error vol-data (Content store): copy to us-east-1 failed; NOT_FINISHED: tried to"
                + " complete snap-1; 4 h were over before. Wait on (parameter <timeout>,"
                + " -Debs.timeout)");
    assertThat(plans).containsExactly(Samples.plan());
  }

  @Test
  void what_is_found_whole_is_told_once() {
    EbsLog listener = listener(Optional.empty());

    listener.on(new EbsEvent.Adopted(SNAPSHOT, MADE));
    listener.on(new EbsEvent.Completed(SNAPSHOT, MADE));

    assertThat(log.lines())
        .containsExactly("info vol-data: snapshot snap-1 found, completed, in us-west-1");
  }

  @Test
  void each_removal_is_a_line() {
    listener(Optional.empty()).on(new EbsEvent.Removed(MADE));

    assertThat(log.lines()).containsExactly("info vol-data: snap-1 removed in us-west-1");
  }

  @Test
  void set_is_named_by_its_instance() {
    Token set = new Token(Samples.RUN, "i-1", null);

    listener(Optional.empty()).on(new EbsEvent.Begun(set, Samples.WEST, new SnapshotId("snap-1")));

    assertThat(log.lines()).containsExactly("info i-1: snapshot snap-1 begun in us-west-1");
  }

  @Test
  void log_hears_of_progress_once_a_minute() {
    EbsLog listener = listener(Optional.empty());

    for (int second = 0; second < 150; second += 10) {
      listener.on(new EbsEvent.Progress(1, 3, 40 + second / 10, Duration.ofSeconds(185)));
      clock.forward(Duration.ofSeconds(10));
    }

    assertThat(log.lines())
        .containsExactly(
            "info 1 of 3 snapshots and copies done, 46 %, about 3 min 5 s left",
            "info 1 of 3 snapshots and copies done, 52 %, about 3 min 5 s left");
  }

  @Test
  void end_of_progress_is_told_by_what_follows() {
    EbsLog listener = listener(Optional.empty());
    clock.forward(Duration.ofMinutes(2));

    listener.on(new EbsEvent.Progress(3, 3, 100, null));

    assertThat(log.lines()).isEmpty();
  }

  @Test
  void progress_shows_on_a_terminal_and_gives_way_to_the_next_line() {
    StringWriter screen = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(screen), 80);
    EbsLog listener = listener(Optional.of(new ProgressLine(terminal, clock)));

    listener.on(new EbsEvent.Progress(1, 3, 40, null));
    listener.on(new EbsEvent.Completed(SNAPSHOT, MADE));

    String line = "1 of 3 snapshots and copies done, 40 %";
    assertThat(screen.toString()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void patience_of_a_kind_is_asked_for_once_a_minute() {
    EbsLog listener = listener(Optional.empty());
    EbsEvent busy =
        new EbsEvent.Delayed(
            Samples.EAST, Call.COPY_SNAPSHOT, Duration.ofSeconds(30), "ResourceLimitExceeded");

    listener.on(busy);
    listener.on(busy);
    clock.forward(Duration.ofMinutes(1));
    listener.on(busy);

    String line =
        "us-east-1: the cloud asks for patience with copy snapshot, 30 s; ResourceLimitExceeded";
    assertThat(log.lines()).containsExactly("info " + line, "debug " + line, "info " + line);
  }

  @Test
  void words_of_the_cloud_cannot_command_the_terminal() {
    listener(Optional.empty()).on(new EbsEvent.InDoubt(COPY, "a\u001b[31mb\nc"));

    assertThat(log.lines()).first().asString().endsWith("a?[31mb?c");
  }

  private EbsLog listener(Optional<ProgressLine> progress) {
    return new EbsLog(log, progress, clock, plans::add);
  }

  private static final class SteppedClock extends Clock {
    private Instant now = Samples.START;

    void forward(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
