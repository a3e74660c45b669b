package io.github.quartermaster.amp.internal.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@link DamagePropertiesTest} holds of damaged archives, for a fuzzer that is led by
 * coverage: the profile {@code fuzz} of this module runs it.
 */
public final class ArchiveFuzzer {
  private static final DamagePropertiesTest RULES = new DamagePropertiesTest();

  private ArchiveFuzzer() {}

  /** Called once by the fuzzer: leaves a sound archive to begin with. */
  public static void fuzzerInitialize() throws IOException {
    RULES.makeFile();
    Path corpus = Path.of(System.getProperty("fuzz.corpus"));
    Files.write(Files.createDirectories(corpus).resolve("whole"), DamagePropertiesTest.whole());
  }

  /** Called by the fuzzer for each input; whatever it throws is a find. */
  public static void fuzzerTestOneInput(byte[] archive) throws IOException {
    RULES.use(archive, ZipReader.OWN);
    RULES.compare(archive);
  }
}
