package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.Metric;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a file is fresh and large enough, such as last night's backup. */
final class FileAgeProvider implements HealthProvider {
  /** By so much clocks and time zones differ; beyond that a file would stay young for ever. */
  private static final Duration CLOCKS = Duration.ofDays(1);

  private final ComponentId id;
  private final String check;
  private final FileChoice files;
  private final Limits age;
  private final Limits size;
  private final Status missing;

  FileAgeProvider(String check, FileChoice files, Limits age, Limits size, Status missing) {
    this.id = new ComponentId(check);
    this.check = check;
    this.files = files;
    this.age = age;
    this.size = size;
    this.missing = missing;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(Component.of(id, check, FileAgeFactory.TYPE, Blame.INHERITABLE));
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws IOException {
    Optional<FileChoice.Found> found = files.find();
    return List.of(
        found
            .map(file -> reading(file, context.startedAt()))
            .orElseGet(() -> Missing.reading(id, missing, "there is no " + files.asked())));
  }

  private Reading reading(FileChoice.Found file, Instant now) {
    Duration between = Duration.between(file.modifiedAt(), now);
    Duration old = between.isNegative() ? Duration.ZERO : between;
    Path name = file.path().getFileName();
    boolean future = between.negated().compareTo(CLOCKS) > 0;
    String text =
        (name == null ? file.path() : name)
            + (future ? " is of no known age" : " is " + Amount.time(old) + " old")
            + age.text(seconds -> Amount.time(Duration.ofMillis((long) (seconds * 1000))))
            + ", "
            + Amount.bytes(file.bytes());
    boolean small = size.alertOn((double) file.bytes());
    String wanted = small ? size.text(bytes -> Amount.bytes((long) bytes)) : "";
    Reading reading =
        Reading.of(id)
            .message(text + wanted)
            .metric(age.on(Metric.of("age", future ? Double.NaN : old.toMillis() / 1000.0, "s")))
            .metric(size.on(Metric.of("size", (double) file.bytes(), "B")))
            .evidence("file", file.path() + " of " + file.modifiedAt());
    return between.isNegative()
        ? reading.evidence(
            "clock", "the file is from the future by " + Amount.time(between.negated()))
        : reading;
  }
}
