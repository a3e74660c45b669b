package io.github.quartermaster.amp.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.maven.ReportSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListMojoTest {
  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void make_a_war_with_a_module() throws Exception {
    folder = folder.toRealPath();
    Archives.alfrescoWar(folder.resolve("alfresco.war"));
    Archives.amp(folder.resolve("amps/bob.amp"), "bob", "1.2");
    bench = new Workbench(folder).environment("SOURCE_DATE_EPOCH", "1700000000");
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("alfresco.war");
    apply.execute();
    bench = new Workbench(folder);
  }

  @Test
  void table_is_for_people() throws Exception {
    list("table").execute();

    assertThat(bench.seen())
        .contains("info   MODULE  VERSION  INSTALLED AT (UTC)  FILES  STATE      TITLE\n")
        .contains("info   bob     1.2      2023-11-14 22:13        1  installed  bob title\n")
        .endsWith("info 1 module in 1 WAR, report target/quartermaster/amp-list.json");
    assertThat(ReportSchema.errors("amp-list-1", bench.report("amp-list.json"))).isEmpty();
  }

  @Test
  void json_goes_to_the_standard_output_as_it_is() throws Exception {
    String printed = printed(list("json"));

    assertThat(ReportSchema.errors("amp-list-1", printed)).isEmpty();
    assertThat(printed.replace(folder + "/", "")).isEqualTo(bench.report("amp-list.json"));
  }

  @Test
  void csv_is_printed_and_written() throws Exception {
    String printed = printed(list("CSV"));

    assertThat(printed.replace(folder + "/", ""))
        .isEqualTo(
            "war,tier,module,version,title,installDate,files,state\r\n"
                + "alfresco.war,repository,bob,1.2,bob title,2023-11-14T22:13:20Z,1,installed\r\n")
        .isEqualTo(bench.report("amp-list.csv"));
    assertThat(bench.report("amp-list.json")).contains("\"bob\"");
  }

  @Test
  void words_of_the_module_management_tool_are_printed_and_written() throws Exception {
    String printed = printed(list("mmt"));

    assertThat(printed.replace(folder + "/", ""))
        .startsWith("Module 'bob' installed in 'alfresco.war'\n   -    Title:        bob title\n")
        .isEqualTo(bench.report("amp-list.txt"));
  }

  @Test
  void bill_of_materials_is_printed_and_written() throws Exception {
    Path amp = Files.createDirectories(folder.resolve("amps/carol.amp/lib")).getParent();
    Files.writeString(
        amp.resolve("module.properties"),
        "module.id=carol\nmodule.version=2\nmodule.title=c\nmodule.description=c\n");
    Archives.amp(
        amp.resolve("lib/x-1.0.jar"),
        "any",
        "1",
        Map.of(
            "META-INF/maven/org.x/x/pom.properties", "groupId=org.x\nartifactId=x\nversion=1.0\n"));
    ApplyMojo apply = bench.apply();
    apply.wars = List.of("alfresco.war");
    apply.execute();

    String printed = printed(list("cyclonedx"));

    assertThat(printed)
        .isEqualTo(Files.readString(folder.resolve("target/quartermaster/amp-list.cdx.json")));
    assertThat(CycloneDxSchema.errors(printed)).isEmpty();
    assertThat(printed)
        .contains("\"bomFormat\" : \"CycloneDX\"", "\"specVersion\" : \"1.6\"")
        .contains("\"name\" : \"alfresco.war\",\n      \"version\" : \"23.4.0\"")
        .contains("\"purl\" : \"pkg:generic/bob@1.2\"", "\"purl\" : \"pkg:generic/carol@2\"")
        .contains("\"purl\" : \"pkg:maven/org.x/x@1.0?type=jar\"", "\"alg\" : \"SHA-256\"")
        .contains(
            "\"ref\" : \"war:alfresco.war#module:carol\",\n"
                + "      \"dependsOn\" : [\n"
                + "        \"war:alfresco.war#WEB-INF/lib/x-1.0.jar\"\n");
  }

  @Test
  void bill_of_several_wars_has_each_as_a_part() throws Exception {
    Archives.shareWar(folder.resolve("share.war"));
    ListMojo list = list("cyclonedx");
    list.wars = List.of("alfresco.war", "share.war");

    String printed = printed(list);

    assertThat(CycloneDxSchema.errors(printed)).isEmpty();
    assertThat(names(printed)).startsWith("alfresco.war", "share.war", "bob");
  }

  @Test
  void unknown_format_is_answered_with_those_there_are() {
    assertThatThrownBy(list("xml")::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "tried to read 'xml'; it is not one of table, json, csv, mmt, cyclonedx. Write one of"
                + " them (parameter <format>, -Damp.format)");
  }

  @Test
  void list_without_a_war_asks_for_one() {
    assertThatThrownBy(bench.list()::execute).hasMessageStartingWith("tried to find the WAR of");
  }

  /** The names of components, and of their properties, in their order. */
  private static List<String> names(String bill) {
    return Pattern.compile("\"name\" : \"([^\"]+)\",\n *\"(?:version|description)")
        .matcher(bill)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private ListMojo list(String format) {
    ListMojo list = bench.list();
    list.wars = List.of("alfresco.war");
    list.format = format;
    return list;
  }

  private static String printed(ListMojo list) throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      list.execute();
    } finally {
      System.setOut(usual);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
