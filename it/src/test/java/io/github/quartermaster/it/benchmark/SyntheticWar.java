package io.github.quartermaster.it.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/**
 * A WAR that weighs what an Alfresco WAR weighs and is cut up as finely, without a byte of its
 * code: libraries of very different sizes, thousands of small files, an entry for every folder.
 *
 * @param megabytes the size to aim at, in units of 2^20 bytes
 * @param jars how many libraries
 * @param entries how many entries in all, folders included; what is left after the libraries is
 *     small files and their folders
 */
public record SyntheticWar(int megabytes, int jars, int entries) {
  /** Alfresco Community of these years. */
  static final SyntheticWar LIKE_ALFRESCO = new SyntheticWar(240, 280, 10_000);

  private static final long SEED = 23_02_01;

  /** What a small file and its share of folders takes in the archive, roughly. */
  private static final int BYTES_PER_SMALL_ENTRY = 600;

  private static final String[] AREAS = {
    "bootstrap",
    "dbscripts",
    "domain",
    "extension",
    "messages",
    "mimetype",
    "model",
    "subsystems",
    "templates/webscripts",
    "workflow"
  };
  private static final String[] ENDINGS = {
    ".xml", ".properties", ".get.desc.xml", ".get.html.ftl", ".get.js", ".sql"
  };

  /** Writes it. */
  public void write(Path file) throws IOException {
    try (SyntheticArchive war = new SyntheticArchive(file, SEED)) {
      war.folder("META-INF");
      war.text("META-INF/MANIFEST.MF", MANIFEST);
      war.text("WEB-INF/web.xml", WEB_XML);
      war.text("WEB-INF/classes/alfresco/version.properties", VERSION);
      libraries(war);
      for (int i = 0; war.entries() < entries; i++) {
        // a folder of its own for each: as many folders as files, as in the original
        String folder =
            "WEB-INF/classes/alfresco/%s/part%02d/set%04d"
                .formatted(AREAS[i % AREAS.length], i % 47, i);
        war.words(folder + "/file" + i + ENDINGS[i % ENDINGS.length], 30 + i * 7 % 300);
      }
    }
  }

  private void libraries(SyntheticArchive war) throws IOException {
    Random random = new Random(SEED);
    double[] weights = random.doubles(jars).map(SyntheticWar::manySmallAndFewBig).toArray();
    double sum = java.util.Arrays.stream(weights).sum();
    double bytes = megabytes * 1048576.0 - (double) (entries - jars) * BYTES_PER_SMALL_ENTRY;
    for (int i = 0; i < jars; i++) {
      int size = (int) Math.max(2_000, bytes * weights[i] / sum);
      war.jar("WEB-INF/lib/library-%03d-%d.%d.jar".formatted(i, 1 + i % 5, i % 10), size);
    }
  }

  private static double manySmallAndFewBig(double uniform) {
    return Math.pow(uniform, 4) + 0.02;
  }

  private static final String MANIFEST =
      """
      Manifest-Version: 1.0\r
      Specification-Title: Alfresco Content Services\r
      Specification-Version: 23.2.1\r
      Implementation-Title: Alfresco Content Services Community\r
      Implementation-Version: 23.2.1\r
      \r
      """;

  private static final String WEB_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"/>
      """;

  private static final String VERSION =
      """
      version.major=23
      version.minor=2
      version.revision=1
      version.label=
      version.edition=Community
      """;
}
