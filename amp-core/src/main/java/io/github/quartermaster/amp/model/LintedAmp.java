package io.github.quartermaster.amp.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An AMP as far as those who make it may want to know what is in it: also what installers pass
 * over, and also where they would refuse it.
 *
 * @param location the file, or the folder laid out like an AMP
 * @param files all its files by name, with their content in short
 * @param directories all its folders, without a slash at the end
 * @param declared {@code module.properties}, or null where it has none; read it by {@link
 *     #moduleProperties()}
 * @param mapping {@code file-mapping.properties}, or null where it has none; read it by {@link
 *     #fileMapping()}
 * @param understood the AMP as an installer reads it, or null where that fails; read it by {@link
 *     #amp()}
 * @param refusal why an installer refuses it, or null; read it by {@link #problem()}
 * @param tiers what its content, its keys and its name tell of the tier
 * @param xml the XML files that it brings to the class path
 * @param xmlInLibraries the XML files in its libraries that Alfresco loads from any library
 * @param inLibraries the modules that its libraries state
 */
public record LintedAmp(
    Path location,
    SortedMap<String, Fingerprint> files,
    SortedSet<String> directories,
    @Nullable PropertiesText declared,
    @Nullable PropertiesText mapping,
    @Nullable AmpFile understood,
    @Nullable Problem refusal,
    TierEvidence tiers,
    List<XmlText> xml,
    List<XmlText> xmlInLibraries,
    List<LibraryModule> inLibraries) {

  /** Copies the collections. */
  public LintedAmp {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    xml = List.copyOf(xml);
    xmlInLibraries = List.copyOf(xmlInLibraries);
    inLibraries = List.copyOf(inLibraries);
  }

  /** Its {@code module.properties}, if it has one. */
  public Optional<PropertiesText> moduleProperties() {
    return Optional.ofNullable(declared);
  }

  /** Its {@code file-mapping.properties}, if it has one. */
  public Optional<PropertiesText> fileMapping() {
    return Optional.ofNullable(mapping);
  }

  /** The AMP as an installer reads it, if one can. */
  public Optional<AmpFile> amp() {
    return Optional.ofNullable(understood);
  }

  /** Why an installer refuses it, if one does. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(refusal);
  }

  /**
   * What a library says of a module.
   *
   * @param place as in {@code lib/x.jar!/alfresco/module/x/module.properties}
   * @param stated what it says, or null where that cannot be read; read it by {@link #module()}
   * @param reason why it cannot be read; empty where it can
   */
  public record LibraryModule(String place, @Nullable AmpModule stated, String reason) {
    /** What it says, if that can be read. */
    public Optional<AmpModule> module() {
      return Optional.ofNullable(stated);
    }
  }

  /**
   * What tells the tier of an AMP.
   *
   * @param ofShare a file that only Share reads, or null
   * @param ofRepository a file that only the repository reads, or null
   * @param name what the file's name and the module's id tell, or null
   */
  public record TierEvidence(
      @Nullable String ofShare, @Nullable String ofRepository, @Nullable Tier name) {
    /** Nothing tells. */
    public static final TierEvidence NONE = new TierEvidence(null, null, null);

    /** A file that only Share reads, if there is one. */
    public Optional<String> share() {
      return Optional.ofNullable(ofShare);
    }

    /** A file that only the repository reads, if there is one. */
    public Optional<String> repository() {
      return Optional.ofNullable(ofRepository);
    }

    /** What the names tell, if they do. */
    public Optional<Tier> byName() {
      return Optional.ofNullable(name);
    }
  }
}
