package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.FolderSizes;
import io.github.quartermaster.sentinel.internal.host.HangingCall;
import io.github.quartermaster.sentinel.internal.host.HostMetrics;
import io.github.quartermaster.sentinel.internal.host.Inodes;
import io.github.quartermaster.sentinel.internal.host.Space;
import io.github.quartermaster.sentinel.internal.read.host.DiskSelection.Choice;
import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Space and inodes of the mounted file systems, one component each. Every file system is asked in a
 * thread of its own, so that a dead file server takes only its own component down; one that still
 * hangs from an earlier round is not asked again.
 */
final class DiskProvider implements HealthProvider {
  private static final int FOLDERS = 5;
  private static final int FOLDER_DEPTH = 4;
  private static final long MOST_ENTRIES = 2_000_000;

  private final String check;
  private final HostMetrics host;
  private final DiskSelection selection;
  private final DiskJudge judge;
  private final Map<Path, HangingCall<Space>> hanging = new HashMap<>();

  DiskProvider(String check, HostMetrics host, DiskSelection selection, DiskJudge judge) {
    this.check = check;
    this.host = host;
    this.selection = selection;
    this.judge = judge;
  }

  @Override
  public List<Component> components(ProbeContext context) throws IOException {
    return selection.choose(host.mounts()).stream()
        .map(choice -> Component.of(id(choice.path()), check, DiskFactory.TYPE, Blame.OWN))
        .toList();
  }

  private static ComponentId id(Path path) {
    String text = DiskFactory.TYPE + ":" + path;
    String safe = text.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", "?");
    return new ComponentId(safe.length() <= 200 ? safe : safe.substring(0, 197) + "...");
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws IOException, InterruptedException {
    List<Choice> choices = selection.choose(host.mounts());
    Map<Path, HangingCall<Space>> calls = new LinkedHashMap<>();
    for (Choice choice : choices) {
      Path path = choice.path();
      HangingCall<Space> earlier = hanging.remove(path);
      calls.put(
          path,
          earlier != null && !earlier.isDone()
              ? earlier
              : HangingCall.start("disk " + path, () -> host.space(path)));
    }
    // some is kept for the inodes, and for telling about those that did not answer
    Duration left = context.deadline().remaining();
    Deadline answers = context.deadline().orIn(left.multipliedBy(6).dividedBy(10));
    Map<Path, Reading> unanswered = new HashMap<>();
    Map<Path, Space> spaces = new LinkedHashMap<>();
    for (Choice choice : choices) {
      await(choice, calls, answers, spaces, unanswered);
    }
    Map<Path, Inodes> inodes =
        host.inodes(List.copyOf(spaces.keySet()), context.deadline().remaining().dividedBy(2));
    List<Reading> readings = new ArrayList<>();
    for (Choice choice : choices) {
      Path path = choice.path();
      Space space = spaces.get(path);
      Reading silent = unanswered.get(path);
      if (space != null) {
        readings.add(
            judge.answered(id(path), choice, space, Optional.ofNullable(inodes.get(path))));
      } else if (silent != null) {
        readings.add(silent);
      }
    }
    return readings;
  }

  private void await(
      Choice choice,
      Map<Path, HangingCall<Space>> calls,
      Deadline until,
      Map<Path, Space> spaces,
      Map<Path, Reading> unanswered)
      throws InterruptedException {
    Path path = choice.path();
    HangingCall<Space> call = calls.get(path);
    if (call == null) {
      return;
    }
    Duration waited = until.remaining();
    try {
      Optional<Space> space = call.await(waited);
      if (space.isPresent()) {
        spaces.put(path, space.get());
      } else {
        hanging.put(path, call);
        unanswered.put(path, judge.hangs(id(path), choice));
      }
    } catch (ExecutionException e) {
      unanswered.put(path, judge.failed(id(path), choice, e.getCause()));
    }
  }

  @Override
  public List<Reading> examine(ComponentId component, ProbeContext context) throws IOException {
    Optional<Choice> choice =
        selection.choose(host.mounts()).stream()
            .filter(it -> id(it.path()).equals(component) && !hanging.containsKey(it.path()))
            .findFirst();
    if (choice.isEmpty()) {
      return List.of();
    }
    // time enough to sort what was found
    Deadline walk =
        context.deadline().orIn(context.deadline().remaining().multipliedBy(8).dividedBy(10));
    FolderSizes sizes =
        new FolderSizes(
            FOLDER_DEPTH,
            MOST_ENTRIES,
            () -> walk.isOver() || Thread.currentThread().isInterrupted());
    Reading reading = Reading.of(component);
    List<FolderSizes.FolderSize> biggest = sizes.biggest(choice.get().path(), FOLDERS);
    String label = sizes.isComplete() ? "big folder" : "big folder, as far as was looked";
    for (FolderSizes.FolderSize folder : biggest) {
      reading = reading.evidence(label, folder.folder() + " " + Amount.bytes(folder.bytes()));
    }
    return List.of(reading);
  }
}
