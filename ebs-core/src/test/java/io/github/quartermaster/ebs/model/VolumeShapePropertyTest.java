package io.github.quartermaster.ebs.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VolumeShapePropertyTest {
  @Property
  void whatever_a_tag_holds_is_understood_or_is_not(@ForAll String value) {
    VolumeShape.parse(value)
        .ifPresent(shape -> assertThat(VolumeShape.parse(shape.toString())).contains(shape));
  }

  @Property
  void what_is_written_is_understood(@ForAll("shapes") VolumeShape shape) {
    assertThat(VolumeShape.parse(shape.toString())).contains(shape);
  }

  @Provide
  Arbitrary<VolumeShape> shapes() {
    Arbitrary<String> words =
        Arbitraries.strings().withChars("abcXYZ019._-").ofMinLength(1).ofMaxLength(64);
    Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 999_999);
    Arbitrary<Volume.Attachment> attachments =
        Combinators.combine(
                Arbitraries.strings().withChars("abi019-").ofMinLength(1).ofMaxLength(64),
                Arbitraries.strings().withChars("abc/._-").ofMinLength(1).ofMaxLength(64))
            .as((instance, device) -> new Volume.Attachment(new InstanceId(instance), device));
    return Combinators.combine(
            words,
            numbers,
            numbers.injectNull(0.3),
            numbers.injectNull(0.3),
            words,
            attachments.injectNull(0.3))
        .as(
            (type, size, iops, throughput, zone, attachment) ->
                new VolumeShape(type, size, iops, throughput, zone, attachment));
  }
}
