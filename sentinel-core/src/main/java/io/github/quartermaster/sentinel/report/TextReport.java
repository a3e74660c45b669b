package io.github.quartermaster.sentinel.report;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.ComponentHealth;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Diagnosis;
import io.github.quartermaster.sentinel.model.Evidence;
import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.Score;
import io.github.quartermaster.sentinel.model.Snapshot;
import io.github.quartermaster.sentinel.model.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A check for a person at a terminal or in a log: first a sentence that says what is wrong and why,
 * then symptoms, ranked causes and components. Long lists are cut, and say so; the other forms have
 * all.
 */
public final class TextReport {
  /** The width that fits nearly everywhere. */
  public static final int USUAL_WIDTH = 100;

  private static final int NARROWEST = 60;
  private static final int CAUSES = 10;
  private static final int SYMPTOMS = 5;
  private static final int COMPONENTS = 25;
  private static final int EVIDENCE = 3;
  private static final int LABEL = 12;

  private final int width;
  private final Paint paint;

  /**
   * A form of this width.
   *
   * @param width the most characters of a line; less than 60 counts as 60
   * @param colour whether a terminal shows it that knows escape sequences
   */
  public TextReport(int width, boolean colour) {
    this.width = Math.max(NARROWEST, width);
    this.paint = colour ? Paint.ANSI : Paint.NONE;
  }

  /** The report without colours and of the usual width; ends with a line break. */
  public static String plain(CheckResult result) {
    return new TextReport(USUAL_WIDTH, false).of(result);
  }

  /** The report; ends with a line break. */
  public String of(CheckResult result) {
    List<String> lines = new ArrayList<>(headline(result));
    lines.add("");
    lines.addAll(facts(result));
    if (!result.diagnosis().causes().isEmpty()) {
      lines.add("");
      lines.addAll(causes(result.diagnosis().causes()));
    }
    if (!result.components().isEmpty()) {
      lines.add("");
      lines.addAll(components(result.components()));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> headline(CheckResult result) {
    String plain = Headline.of(result);
    String verdict = "SENTINEL " + result.diagnosis().status();
    List<String> lines = new ArrayList<>(Wrap.at(plain + ".", width));
    String first = lines.get(0);
    if (first.startsWith(verdict)) {
      lines.set(
          0,
          paint.status(result.diagnosis().status(), verdict) + first.substring(verdict.length()));
    }
    return lines;
  }

  private List<String> facts(CheckResult result) {
    Diagnosis diagnosis = result.diagnosis();
    List<String> lines = new ArrayList<>();
    lines.addAll(fact("Checked", Tally.of(result.components()).toString()));
    lines.addAll(fact("On", place(result.snapshot())));
    lines.addAll(fact("Gate", GateText.of(result)));
    List<Symptom> symptoms = diagnosis.symptoms();
    symptoms.stream().limit(SYMPTOMS).map(this::symptom).forEach(lines::addAll);
    if (symptoms.size() > SYMPTOMS) {
      lines.addAll(fact("", "and " + (symptoms.size() - SYMPTOMS) + " more"));
    }
    if (diagnosis.layer() != null) {
      lines.addAll(fact("Layer", LayerText.of(diagnosis.layer())));
    }
    if (!diagnosis.causes().isEmpty()) {
      lines.addAll(fact("Confidence", ConfidenceText.of(diagnosis)));
    }
    for (Problem problem : result.problems()) {
      lines.addAll(fact("Problem", Printable.line(problem.toString())));
    }
    return lines;
  }

  private static String place(Snapshot snapshot) {
    return Printable.line(snapshot.host())
        + ", "
        + Figures.time(snapshot.at())
        + ", took "
        + Figures.span(snapshot.took());
  }

  private List<String> symptom(Symptom symptom) {
    String what = Printable.line(symptom.message());
    return fact(
        "Symptom",
        Printable.line(symptom.component().value())
            + ", score "
            + symptom.score()
            + (what.isEmpty() ? "" : ": " + what));
  }

  private List<String> fact(String label, String text) {
    List<String> lines = new ArrayList<>();
    String start = label + " ".repeat(LABEL - label.length());
    for (String part : Wrap.at(text, width - LABEL)) {
      lines.add((start + part).stripTrailing());
      start = " ".repeat(LABEL);
    }
    return lines;
  }

  private List<String> causes(List<Cause> causes) {
    List<Columns.Row> rows = new ArrayList<>();
    int rank = 0;
    for (Cause cause : Leading.of(causes, CAUSES)) {
      rows.add(row(++rank, cause));
      cause.evidence().stream().limit(EVIDENCE).map(TextReport::row).forEach(rows::add);
    }
    List<String> lines = new ArrayList<>();
    lines.add(paint.bold("Probable causes"));
    List<String> headers = List.of("  ", "component", "score", "share", "explains", "why");
    lines.addAll(new Columns(headers, rows, Set.of(0, 2, 3, 4)).lines(width));
    if (rank < causes.size()) {
      lines.add("    and " + (causes.size() - rank) + " more, less probable");
    }
    return lines;
  }

  private Columns.Row row(int rank, Cause cause) {
    List<String> why = new ArrayList<>();
    if (!cause.message().isBlank()) {
      why.add(Printable.line(cause.message()));
    }
    if (!cause.verified()) {
      why.add("not verified: its state is unknown");
    }
    if (cause.explainedBy() != null) {
      why.add("explained by " + name(cause.explainedBy()));
    } else if (!cause.paths().isEmpty() && cause.paths().get(0).size() > 1) {
      why.add(cause.paths().get(0).stream().map(this::name).collect(Collectors.joining(" > ")));
    }
    return new Columns.Row(
        List.of(
            Integer.toString(rank),
            name(cause.component()),
            score(cause.score()),
            Figures.percent(cause.share()),
            Figures.percent(cause.explains()),
            String.join("; ", why)),
        text -> paint.status(cause.status(), text));
  }

  private static Columns.Row row(Evidence evidence) {
    return new Columns.Row(
        List.of("", "", "", "", "", Printable.line(evidence.label() + ": " + evidence.text())),
        UnaryOperator.identity());
  }

  private List<String> components(List<ComponentHealth> components) {
    List<ComponentHealth> worstFirst = components.stream().sorted(Badness.WORST_FIRST).toList();
    List<ComponentHealth> shown = worstFirst.subList(0, Math.min(COMPONENTS, components.size()));
    List<Columns.Row> rows = shown.stream().map(this::row).toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        new Columns(List.of("State", "component", "score", "found"), rows, Set.of(2)).lines(width));
    if (components.size() > COMPONENTS) {
      Tally rest = Tally.of(worstFirst.subList(COMPONENTS, components.size()));
      lines.add("and " + rest);
    }
    return lines;
  }

  private Columns.Row row(ComponentHealth component) {
    String found =
        component.message().isEmpty()
            ? Measured.of(component).limit(1).collect(Collectors.joining())
            : component.message();
    return new Columns.Row(
        List.of(
            component.checked() ? component.status().name() : "-",
            name(component.id()),
            score(component.score()),
            Printable.line(found)),
        text -> component.checked() ? paint.status(component.status(), text) : text);
  }

  private String name(ComponentId id) {
    return Printable.shortened(Printable.line(id.value()), width / 3);
  }

  private static String score(@Nullable Score score) {
    return score == null ? "-" : score.toString();
  }
}
