package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures one component by running a program. */
final class CommandProvider implements HealthProvider {
  // what killing a program and telling of it takes, so that this is still heard in time
  private static final Duration RESERVE = Duration.ofMillis(700);
  private static final int RESERVE_PART = 4;

  private final Component component;
  private final Command command;
  private final Judgement judgement;
  private final CommandRunner runner = new CommandRunner();

  CommandProvider(String check, String type, Settings settings, Judgement judgement) {
    this.component =
        Component.of(new ComponentId(check), check, type, CommandSettings.blame(settings));
    this.command = CommandSettings.command(settings);
    this.judgement = judgement;
  }

  @Override
  public List<Component> components(ProbeContext context) {
    return List.of(component);
  }

  @Override
  public List<Reading> probe(ProbeContext context) throws InterruptedException {
    Duration left = context.deadline().remaining();
    Duration part = left.dividedBy(RESERVE_PART);
    Duration limit = left.minus(part.compareTo(RESERVE) < 0 ? part : RESERVE);
    return List.of(judgement.of(component.id(), name(), runner.run(command, limit)));
  }

  private String name() {
    Path file = Path.of(command.program()).getFileName();
    return file == null ? command.program() : file.toString();
  }
}
