package io.github.quartermaster.sentinel.internal.read;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.CheckSpec;
import io.github.quartermaster.sentinel.model.Component;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ProbeContext;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Requirement;
import io.github.quartermaster.sentinel.model.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One check of one round: which components there are, and how they are. */
final class CheckCall implements BoundedCall {
  /** What the provider's interrupt is given, to end before it is left alone. */
  private static final Duration GRACE = Duration.ofMillis(50);

  private static final String NAME_SERVER = "dns";

  private final Probing probing;
  private final Instant roundAt;
  private final Clock clock;

  private @Nullable List<Component> components;
  private @Nullable List<Reading> readings;
  private @Nullable String failure;
  private Instant at;
  private Duration took = Duration.ZERO;
  private boolean over;

  CheckCall(Probing probing, Instant roundAt, Clock clock) {
    this.probing = probing;
    this.roundAt = roundAt;
    this.clock = clock;
    this.at = roundAt;
  }

  CheckSpec spec() {
    return probing.spec();
  }

  @Override
  public String check() {
    return spec().name();
  }

  synchronized Duration took() {
    return took;
  }

  @Override
  public Duration timeout() {
    return spec().timeout().plus(GRACE);
  }

  @Override
  public void run() {
    long begun = System.nanoTime();
    ProbeContext context = new ProbeContext(roundAt, Deadline.in(spec().timeout()));
    try {
      List<Component> listed = List.copyOf(probing.provider().components(context));
      note(listed, null, null, begun);
      note(listed, List.copyOf(probing.provider().probe(context)), null, begun);
    } catch (Throwable e) {
      // a plugin's own mistakes are its own trouble and nobody else's, errors of parsers and
      // services among them; what would get through here ends a thread that nobody watches
      String words = ProviderFailure.words(e, context.deadline(), spec().timeout());
      note(null, null, words, begun);
    }
  }

  private synchronized void note(
      @Nullable List<Component> listed,
      @Nullable List<Reading> read,
      @Nullable String failed,
      long begun) {
    if (over) {
      return;
    }
    components = listed == null ? components : listed;
    readings = read;
    failure = failed;
    at = clock.instant();
    took = Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public synchronized void giveUp() {
    over = true;
    took = spec().timeout();
    if (readings == null && failure == null) {
      failure = ProviderFailure.late(spec().timeout());
    }
  }

  @Override
  public synchronized void refuse() {
    failure = "its provider still hangs in an earlier call, and is not called again until it ends";
  }

  /**
   * What is known now.
   *
   * @param lastComponents what the provider had in an earlier round
   */
  synchronized Found found(List<Component> lastComponents) {
    boolean listed = components != null;
    List<Component> known = components == null ? lastComponents : components;
    if (known.isEmpty() && (readings == null || readings.isEmpty())) {
      // nothing found is nothing known: a pattern that fits no disk must not pass for a sound one
      known = List.of(fallback());
    }
    List<Reading> complete = readings == null ? unknown(known) : withSilent(known, readings);
    List<Component> all = withUnlisted(known, complete);
    List<Sample> samples = new ArrayList<>();
    Map<ComponentId, Component> byId = new LinkedHashMap<>();
    all.forEach(component -> byId.put(component.id(), component));
    for (Reading reading : complete) {
      Component component = byId.get(reading.component());
      if (component != null) {
        samples.add(new Sample(spec().name(), component.blame(), reading, at, took));
      }
    }
    return new Found(all.stream().map(this::asConfigured).toList(), samples, listed);
  }

  private Component fallback() {
    return Component.of(
        new ComponentId(spec().name()), spec().name(), spec().type(), Blame.INHERITABLE);
  }

  private List<Reading> unknown(List<Component> known) {
    String why = failure == null ? ProviderFailure.late(spec().timeout()) : failure;
    return known.stream().map(component -> Reading.unknown(component.id(), why)).toList();
  }

  private List<Reading> withSilent(List<Component> known, List<Reading> given) {
    String why =
        components != null && components.isEmpty()
            ? "its provider found nothing to look at"
            : "its provider said nothing about it";
    Set<ComponentId> told = new LinkedHashSet<>();
    given.forEach(reading -> told.add(reading.component()));
    List<Reading> complete = new ArrayList<>(given);
    known.stream()
        .map(Component::id)
        .filter(id -> !told.contains(id))
        .forEach(id -> complete.add(Reading.unknown(id, why)));
    return complete;
  }

  private List<Component> withUnlisted(List<Component> known, List<Reading> complete) {
    Set<ComponentId> listed = new LinkedHashSet<>();
    known.forEach(component -> listed.add(component.id()));
    List<Component> all = new ArrayList<>(known);
    for (Reading reading : complete) {
      if (listed.add(reading.component())) {
        all.add(Component.of(reading.component(), spec().name(), spec().type(), Blame.INHERITABLE));
      }
    }
    return all;
  }

  private Component asConfigured(Component component) {
    Component configured = component;
    for (String tag : spec().provides()) {
      configured = configured.providing(tag);
    }
    // what a site needs, its ports need too, but not the name server that was asked for it
    List<Requirement> needed =
        component.type().equals(NAME_SERVER) && !spec().type().equals(NAME_SERVER)
            ? List.of()
            : spec().requires();
    for (Requirement requirement : needed) {
      configured = configured.requiring(requirement);
    }
    return component.id().value().equals(spec().name())
        ? configured.alsoCalled(spec().aliases())
        : configured;
  }

  /**
   * What a check brought.
   *
   * @param components what it measures, one at least
   * @param samples one at least for each
   * @param listed whether the provider itself said which components there are
   */
  record Found(List<Component> components, List<Sample> samples, boolean listed) {}
}
