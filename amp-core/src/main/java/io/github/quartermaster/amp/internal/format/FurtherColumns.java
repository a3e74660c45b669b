package io.github.quartermaster.amp.internal.format;

import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.Modifications.Change;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What this core notes about a file beyond the columns of the Module Management Tool, which ignores
 * them: {@code crc32:<8 hex digits>:<size>} of what was written, and {@code layer:<n>} where
 * several modules overwrote one another.
 */
final class FurtherColumns {
  private static final Pattern CHECKSUM = Pattern.compile("crc32:(\\p{XDigit}{8}):(\\d{1,18})");
  private static final Pattern LAYER = Pattern.compile("layer:(\\d{1,6})");

  private FurtherColumns() {}

  /** A change, with whatever the columns say of it; columns of other tools have no meaning here. */
  static Change parse(@Nullable String original, List<String> columns) {
    Fingerprint written = null;
    int layer = 0;
    for (String column : columns) {
      Matcher checksum = CHECKSUM.matcher(column);
      Matcher place = LAYER.matcher(column);
      if (checksum.matches()) {
        written =
            new Fingerprint(
                Long.parseLong(checksum.group(2)),
                HexFormat.fromHexDigitsToLong(checksum.group(1)));
      } else if (place.matches()) {
        layer = Integer.parseInt(place.group(1));
      }
    }
    return new Change(original, written, layer);
  }

  /** The columns, each with the bar before it. */
  static String format(Change change) {
    Optional<String> checksum =
        change
            .content()
            .map(c -> "|crc32:" + HexFormat.of().toHexDigits(c.crc32(), 8) + ":" + c.size());
    return checksum.orElse("") + (change.layer() > 0 ? "|layer:" + change.layer() : "");
  }
}
