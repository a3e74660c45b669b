package io.github.quartermaster.sentinel.internal.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.sentinel.model.Layer;
import io.github.quartermaster.sentinel.model.Range;
import io.github.quartermaster.sentinel.model.Reading;
import io.github.quartermaster.sentinel.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and the addresses that they should have; only localhost resolves in these tests. */
class DnsProviderTest {
  private final DnsProviderFactory factory = new DnsProviderFactory();

  @Test
  void name_that_resolves_is_measured() throws Exception {
    Reading reading = probe("name", "localhost", "warn", Range.atMost(1)).it();

    assertThat(reading.verdict()).isEqualTo(new Verdict.Measured());
    assertThat(reading.message()).contains("127.0.0.1");
    assertThat(reading.metrics().get(0).warning()).isEqualTo(Range.atMost(1));
  }

  @Test
  void name_that_does_not_resolve_is_down_at_the_name_layer() throws Exception {
    Reading reading = probe("name", "nowhere.example").it();

    assertThat(Probing.score(reading)).isEqualTo(10_000);
    assertThat(reading.layer()).isEqualTo(Layer.NAME);
    assertThat(reading.message()).startsWith("nowhere.example cannot be resolved");
  }

  @Test
  void wrong_address_is_critical() throws Exception {
    Reading reading = probe("name", "localhost", "expect", List.of("127.0.0.1", "192.0.2.7")).it();

    assertThat(Probing.score(reading)).isEqualTo(3162);
    assertThat(reading.message()).startsWith("localhost does not have the address 192.0.2.7, but");
  }

  @Test
  void missing_kind_of_record_is_critical() throws Exception {
    assertThat(Probing.score(probe("name", "127.0.0.1", "record", "AAAA").it())).isEqualTo(3162);
    assertThat(Probing.score(probe("name", "127.0.0.1", "record", "A").it())).isZero();
    assertThat(probe("name", "127.0.0.1", "record", "AAAA").it().message())
        .startsWith("127.0.0.1 has no AAAA record");
  }

  @Test
  void expected_name_instead_of_an_address_is_refused() {
    assertThatThrownBy(
            () -> factory.create("it", Probing.settings("name", "x", "expect", List.of("other"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"other\" is no address");
  }

  private Probing probe(Object... settings) throws Exception {
    return Probing.of(factory, Probing.AMPLE, settings);
  }
}
