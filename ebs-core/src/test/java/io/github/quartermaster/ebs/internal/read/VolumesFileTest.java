package io.github.quartermaster.ebs.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Severity;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumesFileTest {
  @TempDir Path folder;

  @Test
  void line_names_volume_description_and_region() throws IOException {
    assertThat(read("vol-127facd, My vol, us-west-1\n").specs())
        .containsExactly(spec("vol-127facd", "My vol", 1, "us-west-1"));
  }

  @Test
  void blank_region_means_no_copy() throws IOException {
    assertThat(read("vol-1, One,\nvol-2, Two, ,\nvol-3, Three\nvol-4\n").specs())
        .containsExactly(
            spec("vol-1", "One", 1),
            spec("vol-2", "Two", 2),
            spec("vol-3", "Three", 3),
            spec("vol-4", "", 4));
  }

  @Test
  void further_columns_are_further_regions() throws IOException {
    assertThat(read("vol-1,One,us-west-1,,eu-west-1").specs())
        .containsExactly(spec("vol-1", "One", 1, "us-west-1", "eu-west-1"));
  }

  @Test
  void comments_and_blank_lines_are_passed_over_and_counted() throws IOException {
    assertThat(read("# \"all\n\n   # of them, \"odd\n  vol-1 , One\n\t\nvol-2,Two # not one\n"))
        .isEqualTo(
            new VolumesFileContent(
                List.of(spec("vol-1", "One", 4), spec("vol-2", "Two # not one", 6)), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void any_line_end_will_do(String end) throws IOException {
    assertThat(read("vol-1,One" + end + end + "vol-2,\"Two" + end + "lines\"" + end).specs())
        .containsExactly(spec("vol-1", "One", 1), spec("vol-2", "Two\nlines", 3));
  }

  @Test
  void byte_order_mark_is_passed_over() throws IOException {
    assertThat(read("\uFEFFvol-1,One").specs()).containsExactly(spec("vol-1", "One", 1));
  }

  @Test
  void quoted_field_keeps_its_blanks_commas_and_quotes() throws IOException {
    assertThat(read("\"vol-1\", \" a, \"\"b\"\" \" , \"us-west-1\"\n").specs())
        .containsExactly(spec("vol-1", " a, \"b\" ", 1, "us-west-1"));
  }

  @Test
  void quote_inside_an_unquoted_description_is_a_character() throws IOException {
    assertThat(read("vol-1, 19\" rack, us-west-1\n").specs())
        .containsExactly(spec("vol-1", "19\" rack", 1, "us-west-1"));
  }

  @Test
  void line_number_is_that_where_the_record_begins() throws IOException {
    assertThat(read("vol-1,\"a\nb\nc\"\nvol-2,x\nvol-x,y\n"))
        .satisfies(
            content -> {
              assertThat(content.specs()).extracting(VolumeSpec::line).containsExactly(1, 4);
              assertThat(content.problems()).singleElement().asString().contains("line 5;");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume,description,region", "Volume ID, what, where", "\"volume_id\""})
  void header_line_is_passed_over(String header) throws IOException {
    VolumesFileContent content = read("# volumes\n" + header + "\nvol-1,One\n");
    assertThat(content.specs()).containsExactly(spec("vol-1", "One", 3));
    assertThat(content.problems()).isEmpty();
  }

  @Test
  void header_is_none_after_the_first_record() throws IOException {
    assertThat(codes(read("vol-1,One\nvolume,description\n")))
        .containsExactly(ProblemCode.VOLUMES_FILE_MALFORMED);
  }

  @Test
  void ids_of_cinder_are_uuids() throws IOException {
    String id = "1f0a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8";
    assertThat(read(id + ",One\n").specs()).containsExactly(spec(id, "One", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vol-", "vol-12g", "vol 1", "snap-1", "1f0a2b3c4d5e6f708192a3b4c5d6e7f8"})
  void nothing_else_is_an_id(String id) throws IOException {
    VolumesFileContent content = read(id + ",One\n");
    assertThat(content.specs()).isEmpty();
    assertThat(content.problems())
        .singleElement()
        .asString()
        .startsWith("VOLUMES_FILE_MALFORMED: tried to read ")
        .contains("line 1; '" + id + "' is no id of a volume. Begin the line with an id such as");
  }

  @Test
  void same_volume_twice_names_both_lines() throws IOException {
    VolumesFileContent content = read("vol-1a,One\n\nVOL-1A,Again\n");
    assertThat(content.isMalformed()).isTrue();
    assertThat(content.problems())
        .singleElement()
        .asString()
        .startsWith("DUPLICATE_VOLUME")
        .contains("line 3; line 1 names vol-1a already");
  }

  @Test
  void same_region_twice_is_one_copy_and_a_warning() throws IOException {
    VolumesFileContent content = read("vol-1,One,us-west-1,us-west-1\n");
    assertThat(content.specs()).containsExactly(spec("vol-1", "One", 1, "us-west-1"));
    assertThat(content.isMalformed()).isFalse();
    assertThat(codes(content)).containsExactly(ProblemCode.DUPLICATE_VOLUME);
  }

  @Test
  void comma_in_an_unquoted_description_is_told() throws IOException {
    assertThat(read("vol-1, data, old disk, us-west-1\n").problems())
        .singleElement()
        .asString()
        .contains("line 1; 'old disk' is no name of a region")
        .contains("a description that holds a comma in quotes");
  }

  @Test
  void region_where_the_description_belongs_is_warned_of() throws IOException {
    VolumesFileContent content = read("vol-1, us-west-1\n");
    assertThat(content.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
        .asString()
        .contains("'us-west-1' looks like a region");
  }

  @Test
  void everything_wrong_is_told_at_once() throws IOException {
    VolumesFileContent content =
        read("vol-1,\"open\nnonsense\nvol-2,ok\nvol-2,again\nvol-3,x,a b\n,y\nvol-4,\"z\" z\n");
    assertThat(content.specs()).extracting(VolumeSpec::line).contains(3);
    assertThat(content.problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            one -> assertThat(one).contains("line 1; a quote is not closed"),
            two -> assertThat(two).contains("line 2; 'nonsense'"),
            four -> assertThat(four).contains("line 4; line 3 names vol-2"),
            five -> assertThat(five).contains("line 5; 'a b'"),
            six -> assertThat(six).contains("line 6; the id of the volume is missing"),
            seven -> assertThat(seven).contains("line 7; a quote is not closed, or is followed"));
  }

  @Test
  void forgotten_quote_does_not_swallow_a_volume() throws IOException {
    assertThat(read("vol-1,\"open\nvol-2,\"\n").problems())
        .singleElement()
        .asString()
        .contains("line 1; a quote that it opens runs on over the line of another volume");
  }

  @Test
  void bytes_that_are_no_utf8_are_told_with_their_line() throws IOException {
    VolumesFileContent content =
        read("vol-1,One\nvol-2,Zwölf\n\nvol-3,Drei\n", StandardCharsets.ISO_8859_1);
    assertThat(content.specs()).extracting(VolumeSpec::line).containsExactly(1, 4);
    assertThat(content.problems()).singleElement().asString().contains("line 2; not all of its");
  }

  @Test
  void utf16_is_recognised() throws IOException {
    assertThat(read("vol-1,One\n", StandardCharsets.UTF_16).problems())
        .singleElement()
        .asString()
        .startsWith("VOLUMES_FILE_UNREADABLE")
        .contains("it is UTF-16. Save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "volume,description\n", "\n\n"})
  void file_without_volumes_is_told(String text) throws IOException {
    assertThat(codes(read(text))).containsExactly(ProblemCode.NO_VOLUMES);
  }

  @Test
  void missing_file_is_told() {
    Path missing = folder.resolve("none.csv");
    assertThat(VolumesFile.read(missing).problems())
        .singleElement()
        .asString()
        .isEqualTo(
            "VOLUMES_FILE_UNREADABLE: tried to read "
                + missing
                + "; there is no such file. Make it, with a line for each volume: id,"
                + " description, and the regions to copy to");
  }

  @Test
  void folder_is_told() {
    assertThat(VolumesFile.read(folder).problems())
        .singleElement()
        .asString()
        .startsWith("VOLUMES_FILE_UNREADABLE")
        .contains("it is a folder");
  }

  @Test
  void huge_file_is_refused() throws IOException {
    Path file = folder.resolve("volumes.csv");
    byte[] bytes = new byte[VolumesFile.MOST_BYTES + 1];
    Arrays.fill(bytes, (byte) '#');
    Files.write(file, bytes);
    assertThat(VolumesFile.read(file).problems())
        .singleElement()
        .asString()
        .contains("it is larger than 2 MB");
  }

  @Test
  void endless_description_is_refused() throws IOException {
    assertThat(read("vol-1," + "x".repeat(5000)).problems())
        .singleElement()
        .asString()
        .contains("line 1; the description has 5000 characters");
  }

  @Test
  void file_that_is_something_else_is_told_in_bounds() throws IOException {
    VolumesFileContent content = read("GET /index.html\n".repeat(1000));
    assertThat(content.problems()).hasSize(101);
    assertThat(content.problems().get(100).toString())
        .contains("there are 900 more problems like these. Check that it is the right file");
  }

  private VolumesFileContent read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private VolumesFileContent read(String text, Charset charset) throws IOException {
    Path file = folder.resolve("volumes.csv");
    Files.writeString(file, text, charset);
    return VolumesFile.read(file);
  }

  private static List<ProblemCode> codes(VolumesFileContent content) {
    return content.problems().stream().map(Problem::code).toList();
  }

  private static VolumeSpec spec(String id, String description, int line, String... regions) {
    return new VolumeSpec(
        new VolumeId(id), description, Arrays.stream(regions).map(Region::new).toList(), line);
  }
}
