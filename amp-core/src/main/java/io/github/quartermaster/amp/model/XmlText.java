package io.github.quartermaster.amp.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XML file of an AMP or a WAR, and what it defines for all of Alfresco.
 *
 * @param file its name inside the AMP or WAR; inside a library as in {@code lib/x.jar!/a/b.xml}
 * @param target its path in the WAR; inside a library where it would lie to be the same file on the
 *     class path
 * @param inside the path in the WAR of the library that it lies in, or null; read it by {@link
 *     #library()}
 * @param definitions Spring beans and content models, in their order
 * @param reason why it cannot be read, or null; read it by {@link #flaw()}
 * @param line where that is, from 1; 0 where nothing is wrong
 */
public record XmlText(
    String file,
    String target,
    @Nullable String inside,
    List<Definition> definitions,
    @Nullable String reason,
    int line) {

  /** Copies the list. */
  public XmlText {
    definitions = List.copyOf(definitions);
  }

  /** The path in the WAR of the library that it lies in, if it does. */
  public Optional<String> library() {
    return Optional.ofNullable(inside);
  }

  /** Why it cannot be read, if so. */
  public Optional<String> flaw() {
    return Optional.ofNullable(reason);
  }

  /** What can be defined. */
  public enum Kind {
    /** A Spring bean; its name is the id. */
    BEAN,
    /** A namespace of a content model; its name is the URI. */
    NAMESPACE,
    /** A prefix of such a namespace; its name is the prefix. */
    PREFIX,
    /** A content model; its name has a prefix. */
    MODEL
  }

  /**
   * Something defined.
   *
   * @param line where, from 1
   */
  public record Definition(Kind kind, String name, int line) {}
}
