package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the snapshots of a volume are called: the user's words, then what they are of. Where there is
 * too little room the words are cut, never the id.
 *
 * @param name for the tag that consoles show
 * @param description for the field beside it
 */
record SnapshotTexts(String name, String description, List<Problem> problems) {

  static SnapshotTexts of(VolumeSpec spec, RunId run, StorageTraits traits) {
    String words = clean(spec.description());
    String id = spec.id().value();
    String idAndRun = id + ", run " + run;
    String name = join(words, id, traits.longestTag());
    String description = join(words, idAndRun, traits.longestDescription());
    boolean cleaned = !words.equals(spec.description().strip());
    boolean cut =
        !name.startsWith(words.stripTrailing()) || !description.startsWith(words.stripTrailing());
    return new SnapshotTexts(
        name,
        description,
        Stream.of(
                warning(cleaned, spec, "line ends and other control characters become blanks"),
                warning(
                    cut,
                    spec,
                    traits.cloud()
                        + " keeps "
                        + Math.min(traits.longestTag(), traits.longestDescription())
                        + " characters, so that the description is cut"))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Problem> warning(boolean holds, VolumeSpec spec, String what) {
    return holds
        ? List.of(
            Problem.warning(
                ProblemCode.TEXT_CUT,
                spec.id(),
                "tried to name the snapshots of " + spec.id() + "; " + what,
                "Change the description to have another name"))
        : List.of();
  }

  private static String join(String words, String rest, int limit) {
    if (words.isEmpty()) {
      return rest;
    }
    int room = Math.max(0, limit - rest.length() - 1);
    if (words.length() <= room) {
      return words + " " + rest;
    }
    boolean splitsPair = room > 0 && Character.isHighSurrogate(words.charAt(room - 1));
    String kept = words.substring(0, splitsPair ? room - 1 : room).stripTrailing();
    return kept.isEmpty() ? rest : kept + " " + rest;
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(point -> isShown(point) ? point : ' ').forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** Whether it can be said in XML, which is how clouds answer, and is no control character. */
  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE -> false;
      default -> (point & 0xFFFE) != 0xFFFE;
    };
  }
}
