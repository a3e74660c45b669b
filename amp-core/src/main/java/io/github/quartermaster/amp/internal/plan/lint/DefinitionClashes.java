package io.github.quartermaster.amp.internal.plan.lint;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.LintRule;
import io.github.quartermaster.amp.model.LintedWar;
import io.github.quartermaster.amp.model.XmlText;
import io.github.quartermaster.amp.model.XmlText.Definition;
import io.github.quartermaster.amp.model.XmlText.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spring beans and content models that several AMPs of one tier, and the WARs that they go to,
 * define for all of Alfresco.
 */
final class DefinitionClashes {
  /** Each subsystem has a Spring context of its own, to which extensions add. */
  private static final List<String> SUBSYSTEMS =
      List.of(
          "WEB-INF/classes/alfresco/subsystems/", "WEB-INF/classes/alfresco/extension/subsystems/");

  private static final Set<String> PREFIXES_OF_ALFRESCO =
      Set.of(
          "alf",
          "d",
          "sys",
          "cm",
          "usr",
          "act",
          "app",
          "wf",
          "bpm",
          "ver",
          "ver2",
          "rn",
          "rule",
          "fm",
          "lnk",
          "blg",
          "st",
          "emailserver",
          "imap",
          "exif",
          "audio",
          "webdav",
          "ia",
          "dl",
          "trx",
          "inwf",
          "pub",
          "qshare",
          "surf",
          "download");

  private final Map<Named, Definer> definitions = new HashMap<>();

  private record Named(Kind kind, String name) {}

  /**
   * Who defines something already.
   *
   * @param amp null where a WAR does
   */
  private record Definer(String label, XmlText xml, int line, @Nullable Path amp) {
    String place() {
      return xml.file() + ":" + line;
    }

    /** What lies in the WAR: the file, or the library that it is in. */
    static String held(XmlText xml) {
      return xml.library().orElse(xml.target());
    }
  }

  /** Takes in what the extensions of a WAR define. */
  void add(LintedWar war) {
    for (XmlText xml : war.xml()) {
      if (isGlobal(xml)) {
        for (Definition definition : xml.definitions()) {
          definitions.putIfAbsent(
              new Named(definition.kind(), definition.name()),
              new Definer(war.war().path().toString(), xml, definition.line(), null));
        }
      }
    }
  }

  /**
   * Judges an AMP by what came before it, and takes it in.
   *
   * @param replaced the files of WARs that the AMP will replace, being the module's own
   */
  void add(AmpFile amp, List<XmlText> xml, Set<String> replaced, Findings findings) {
    Map<Named, Definer> own = new LinkedHashMap<>();
    for (XmlText text : xml) {
      if (isGlobal(text)) {
        text.definitions()
            .forEach(found -> addDefinition(amp, text, found, own, replaced, findings));
      }
    }
    own.forEach(definitions::putIfAbsent);
  }

  private static boolean isGlobal(XmlText xml) {
    return SUBSYSTEMS.stream().noneMatch(xml.target()::startsWith);
  }

  private void addDefinition(
      AmpFile amp,
      XmlText xml,
      Definition definition,
      Map<Named, Definer> own,
      Set<String> replaced,
      Findings findings) {
    if (definition.name().contains("${")) {
      return;
    }
    Named named = new Named(definition.kind(), definition.name());
    Definer now =
        new Definer("module " + amp.module().label(), xml, definition.line(), amp.location());
    Definer inside = own.putIfAbsent(named, now);
    Definer before = inside == null ? definitions.get(named) : inside;
    if (before != null && (isOneAndTheSame(before, now) || isReplaced(before, amp, replaced))) {
      before = null;
    }
    if (before != null) {
      repeated(xml, definition, before, findings);
    } else if (isOfAlfresco(definition)) {
      findings.add(
          LintRule.NAMESPACE_RESERVED,
          xml.file(),
          definition.line(),
          definition.name(),
          "the prefix " + definition.name() + " is Alfresco's own",
          "Import the namespace, or choose a prefix of your own");
    }
  }

  /**
   * An id that is its own alias, or a file that an AMP brings both in a library and beside; a file
   * or library that two AMPs bring: the paths tell enough of it.
   */
  private static boolean isOneAndTheSame(Definer before, Definer now) {
    if (now.amp == null || before.amp == null) {
      return false;
    }
    if (!now.amp.equals(before.amp)) {
      return Definer.held(before.xml).equals(Definer.held(now.xml));
    }
    return before.place().equals(now.place())
        || (before.xml.target().equals(now.xml.target())
            && !before.xml.file().equals(now.xml.file()));
  }

  /** What a WAR has of the module's earlier version, and what the class path will hide there. */
  private static boolean isReplaced(Definer before, AmpFile amp, Set<String> replaced) {
    String held = Definer.held(before.xml);
    return before.amp == null
        && (replaced.contains(held)
            || amp.files().containsKey(held)
            || amp.files().containsKey(before.xml.target()));
  }

  private static boolean isOfAlfresco(Definition definition) {
    return definition.kind() == Kind.PREFIX && PREFIXES_OF_ALFRESCO.contains(definition.name());
  }

  private static void repeated(
      XmlText xml, Definition definition, Definer before, Findings findings) {
    LintRule rule =
        switch (definition.kind()) {
          case BEAN -> LintRule.BEAN_REPEATED;
          case NAMESPACE, PREFIX -> LintRule.NAMESPACE_REPEATED;
          case MODEL -> LintRule.MODEL_REPEATED;
        };
    String what =
        switch (definition.kind()) {
          case BEAN -> "bean ";
          case NAMESPACE -> "namespace ";
          case PREFIX -> "prefix ";
          case MODEL -> "model ";
        };
    findings.add(
        rule,
        xml.file(),
        definition.line(),
        definition.name(),
        "the "
            + what
            + definition.name()
            + " is also defined by "
            + before.label
            + " in "
            + before.place(),
        "Give one of them another name, or allow it where one is to replace the other");
  }
}
