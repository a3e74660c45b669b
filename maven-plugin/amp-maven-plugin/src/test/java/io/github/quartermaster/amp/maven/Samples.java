package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.ApplyPlan;
import io.github.quartermaster.amp.model.FileStamp;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.ModuleState;
import io.github.quartermaster.amp.model.ModuleVersion;
import io.github.quartermaster.amp.model.PlannedAction;
import io.github.quartermaster.amp.model.PlannedAction.Install;
import io.github.quartermaster.amp.model.PlannedAction.Replace;
import io.github.quartermaster.amp.model.PlannedAction.Replace.Kind;
import io.github.quartermaster.amp.model.PlannedAction.Skip;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.amp.model.ReleaseRange;
import io.github.quartermaster.amp.model.ReleaseVersion;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarEdit;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarPlan;
import io.github.quartermaster.amp.model.WarProduct;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A repository and a Share WAR, some AMPs, and a plan, all made up. */
public final class Samples {
  public static final Instant INSTALLED_AT = Instant.parse("2024-02-29T23:59:30.123Z");

  public static final AmpFile S3 =
      amp("amps/alfresco-s3-1.2.0.amp", "alfresco-s3", "1.2.0", Tier.REPOSITORY);
  public static final AmpFile S3_OLD =
      amp("amps/old/alfresco-s3-1.1.amp", "alfresco-s3", "1.1", Tier.REPOSITORY);
  public static final AmpFile BOB = amp("amps/bob-123.amp", "bob", "123", Tier.REPOSITORY);
  public static final AmpFile FRANK =
      amp("amps/frank-share-super-1.2.3.4-5.amp", "org.frank.super", "1.2.3.4-5", Tier.SHARE);
  public static final InstalledModule S3_INSTALLED = installed("alfresco-s3", "1.0", 7);
  public static final InstalledModule BOB_INSTALLED = installed("bob", "123", 1204);
  public static final InstalledModule BUNDLED =
      new InstalledModule(
          module("alfresco-share-services", "23.4.0"),
          "WEB-INF/classes/alfresco/module/alfresco-share-services",
          ModuleState.UNKNOWN,
          null,
          null);

  public static final WarInventory ALFRESCO =
      war("wars/alfresco.war", Tier.REPOSITORY, S3_INSTALLED, BUNDLED, BOB_INSTALLED);
  public static final WarInventory SHARE = war("wars/share.war", Tier.SHARE);

  public static final Problem LIBRARY =
      Problem.warning(
          ProblemCode.DUPLICATE_LIBRARY,
          "alfresco-s3",
          "alfresco-s3 1.2.0 brings joda-time-2.9.jar; wars/alfresco.war holds joda-time-2.12.jar",
          "Remove one of them");
  public static final Problem CONFLICT =
      Problem.error(
          ProblemCode.FILE_CONFLICT,
          "wars/alfresco.war",
          "tried to install bob 123 in wars/alfresco.war; images/logo.png is there already, with"
              + " another content",
          "Allow it to be overwritten, or leave the AMP out");

  private Samples() {}

  /** A plan that upgrades one module, skips one, and installs one in Share. */
  public static ApplyPlan plan(Problem... problems) {
    return new ApplyPlan(
        List.of(
            new WarPlan(
                ALFRESCO,
                List.of(
                    new Replace(Kind.UPGRADE, S3_INSTALLED, S3, "newer than the installed 1.0"),
                    new Skip(BOB_INSTALLED, BOB, "the same version is installed")),
                anEdit(),
                List.of(problems)),
            new WarPlan(SHARE, List.of(new Install(FRANK, "not installed")), anEdit(), List.of())),
        List.of());
  }

  /** A plan with nothing to do. */
  public static ApplyPlan idlePlan() {
    PlannedAction skip = new Skip(BOB_INSTALLED, BOB, "the same version is installed");
    return new ApplyPlan(
        List.of(new WarPlan(ALFRESCO, List.of(skip), WarEdit.NONE, List.of())), List.of());
  }

  static AmpFile amp(String path, String id, String version, Tier tier) {
    return new AmpFile(
        Path.of(path),
        tier,
        module(id, version),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        List.of());
  }

  static InstalledModule installed(String id, String version, int files) {
    SortedMap<String, Modifications.Change> changes = new TreeMap<>();
    for (int i = 0; i < files; i++) {
      changes.put("file" + i, new Modifications.Change(null, null, 0));
    }
    return new InstalledModule(
        module(id, version),
        "WEB-INF/classes/alfresco/module/" + id,
        ModuleState.INSTALLED,
        INSTALLED_AT,
        new Modifications(changes, new TreeSet<>(), List.of()));
  }

  /** An installed module of that title. */
  public static InstalledModule titled(String id, String title) {
    return new InstalledModule(
        module(id, "1.0", title), "somewhere", ModuleState.INSTALLED, null, null);
  }

  /** A repository WAR with one module. */
  public static WarInventory war(String path, InstalledModule module) {
    return war(path, Tier.REPOSITORY, module);
  }

  private static AmpModule module(String id, String version) {
    return module(id, version, "The \"" + id + "\", as titled");
  }

  private static AmpModule module(String id, String version, String title) {
    return new AmpModule(
        new ModuleId(id),
        new ModuleVersion(version),
        title,
        "What " + id + " does",
        List.of(),
        List.of(),
        ReleaseRange.DEFAULT,
        null,
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static WarInventory war(String path, Tier tier, InstalledModule... modules) {
    return new WarInventory(
        Path.of(path),
        false,
        new FileStamp("1:2", 240_313_615, 0),
        tier,
        new WarProduct("Alfresco " + tier, new ReleaseVersion("23.4.0"), "Community"),
        new TreeMap<>(),
        new TreeSet<>(),
        List.of(modules),
        List.of());
  }

  private static WarEdit anEdit() {
    SortedMap<String, WarEdit.Source> written = new TreeMap<>();
    written.put(
        "a.txt", new WarEdit.Source.FromAmp(Path.of("a.amp"), "a.txt", new Fingerprint(1, 2)));
    SortedSet<String> none = new TreeSet<>();
    return new WarEdit(none, written, none, none);
  }
}
