package io.github.quartermaster.amp.internal.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What {@link FormatsFuzzTest} holds of texts, for a fuzzer that is led by coverage: the profile
 * {@code fuzz} of this module runs it. The first character of an input says which format it is.
 */
public final class FormatsFuzzer {
  private static final FormatsFuzzTest RULES = new FormatsFuzzTest();
  private static final List<String> SEEDS =
      List.of(
          "0module.id=a\nmodule.version=1.0\nmodule.title=t\nmodule.description=d\n"
              + "module.aliases=b,c\nmodule.depends.d=1.0-2.0\nmodule.repo.version.min=7.4\n",
          "1include.default=true\n/web=/\n/config/a=/WEB-INF/classes/b\n",
          "2add|/a/b|crc32:00000001:5|layer:2\n"
              + "update|/c|/WEB-INF/classes/alfresco/module/backup/x.bin\nmkdir|/a\n",
          "3<?xml version='1.0' encoding='UTF-8'?><beans><bean id='a' name='b,c'/></beans>",
          "3<model name='m:m' xmlns='http://www.alfresco.org/model/dictionary/1.0'>"
              + "<namespaces><namespace uri='u' prefix='p'/></namespaces></model>");

  private FormatsFuzzer() {}

  /** Called once by the fuzzer: leaves texts to begin with. */
  public static void fuzzerInitialize() throws IOException {
    Path corpus = Files.createDirectories(Path.of(System.getProperty("fuzz.corpus")));
    for (String seed : SEEDS) {
      Files.writeString(
          corpus.resolve("seed-" + SEEDS.indexOf(seed)), seed, StandardCharsets.ISO_8859_1);
    }
  }

  /** Called by the fuzzer for each input; whatever it throws is a find. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] text = Arrays.copyOfRange(input, 1, input.length);
    switch (input[0]) {
      case '0' -> RULES.module_properties(text);
      case '1' -> RULES.file_mapping(text);
      case '2' -> RULES.modifications(text);
      default -> RULES.xml(text);
    }
  }
}
