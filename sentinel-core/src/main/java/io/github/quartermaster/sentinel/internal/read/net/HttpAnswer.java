package io.github.quartermaster.sentinel.internal.read.net;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a web server answered.
 *
 * @param uri who answered, at last
 * @param status the status code
 * @param headers the headers
 * @param body the body, or its beginning
 * @param firstByte how long it took until the headers were there
 * @param took how long it all took, redirections included
 * @param redirects the addresses that led there, as shown
 */
record HttpAnswer(
    URI uri,
    int status,
    HttpHeaders headers,
    HttpBody body,
    Duration firstByte,
    Duration took,
    List<String> redirects) {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

  /** The body as text. */
  String text() {
    return body.text(charset());
  }

  private Charset charset() {
    Optional<String> type = headers.firstValue("Content-Type");
    Matcher matcher = CHARSET.matcher(type.orElse(""));
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(matcher.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
