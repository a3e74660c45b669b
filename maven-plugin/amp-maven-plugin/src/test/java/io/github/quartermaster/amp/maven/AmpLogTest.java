package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.AmpEvent;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.maven.ProgressLine;
import io.github.quartermaster.maven.RecordingLog;
import io.github.quartermaster.maven.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmpLogTest {
  private static final Path WAR = Path.of("alfresco.war");

  private final RecordingLog log = new RecordingLog();
  private final List<ApplyPlan> plans = new ArrayList<>();

  @Test
  void each_step_is_a_line_and_progress_is_none() {
    AmpLog listener = new AmpLog(log, Path::toString, Optional.empty(), plans::add);

    listener.on(new AmpEvent.Recovered(WAR, false));
    listener.on(new AmpEvent.Progress(WAR, 1, 2));
    listener.on(new AmpEvent.WarPrepared(WAR, WAR, 240_313_615));
    listener.on(new AmpEvent.BackupKept(WAR, Path.of("alfresco.war.1.bak")));
    listener.on(new AmpEvent.WarReplaced(WAR, WAR));
    listener.on(new AmpEvent.BackupPruned(Path.of("alfresco.war.0.bak")));

    assertThat(log.lines())
        .containsExactly(
            "warn alfresco.war: an earlier run was interrupted; its work is undone",
            "info alfresco.war: new WAR written, 240.3 MB",
            "info alfresco.war: backup alfresco.war.1.bak",
            "info alfresco.war: new WAR in place",
            "info old backup deleted: alfresco.war.0.bak");
  }

  @Test
  void what_is_read_is_remembered_and_told_to_the_curious_only() {
    AmpLog listener = new AmpLog(log, Path::toString, Optional.empty(), plans::add);

    listener.on(new AmpEvent.AmpRead(Samples.S3));
    listener.on(new AmpEvent.WarRead(Samples.SHARE));

    assertThat(listener.amps()).containsExactly(Samples.S3);
    assertThat(log.lines()).allMatch(line -> line.startsWith("debug "));
  }

  @Test
  void plan_is_handed_on_before_anything_is_done() {
    AmpLog listener = new AmpLog(log, Path::toString, Optional.empty(), plans::add);

    listener.on(new AmpEvent.Planned(Samples.plan()));

    assertThat(plans).containsExactly(Samples.plan());
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void progress_shows_on_a_terminal_and_gives_way_to_the_next_line() {
    StringWriter screen = new StringWriter();
    ProgressLine progress =
        new ProgressLine(new Terminal(new PrintWriter(screen), 80), Clock.systemUTC());
    AmpLog listener = new AmpLog(log, Path::toString, Optional.of(progress), plans::add);

    listener.on(new AmpEvent.Progress(WAR, 1000, 2000));
    listener.on(new AmpEvent.WarReplaced(WAR, WAR));

    String line = "alfresco.war: 1.0 kB of 2.0 kB, 50 %";
    assertThat(screen.toString()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    assertThat(log.lines()).containsExactly("info alfresco.war: new WAR in place");
  }
}
