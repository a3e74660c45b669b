package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.model.Problem;
import io.github.quartermaster.sentinel.model.ProblemCode;
import io.github.quartermaster.sentinel.model.SentinelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one version of a configuration from another. */
public final class ConfigDigest {
  private static final int BYTES = 8;

  private ConfigDigest() {}

  /**
   * The first 16 hexadecimal digits of the SHA-256 of the file, without those that it includes.
   *
   * @throws SentinelException if it cannot be read
   */
  public static String of(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
        stream.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (IOException e) {
      throw new SentinelException(
          Problem.error(
              ProblemCode.CONFIG_UNREADABLE,
              file,
              "tried to read " + file + "; " + e,
              "Name a file that is there and may be read"),
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
