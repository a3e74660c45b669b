package io.github.quartermaster.sentinel.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:9093, http://localhost:9093",
    "https://icinga.example:5665/, https://icinga.example:5665",
    "http://proxy/alertmanager//, http://proxy/alertmanager"
  })
  void address_of_a_server_has_no_slash_at_its_end(String written, String address) {
    assertThat(ServerAddress.parse(written)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:9093",
    "ftp://host",
    "http://",
    "http:///x",
    "http://host/?a=b",
    "http://host/#x",
    "http://a_b c"
  })
  void what_is_no_address_of_a_server_is_refused(String written) {
    assertThatThrownBy(() -> ServerAddress.parse(written))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void user_in_an_address_is_refused_without_showing_it() {
    assertThatThrownBy(() -> ServerAddress.parse("http://root:hidden@host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hidden");
  }
}
