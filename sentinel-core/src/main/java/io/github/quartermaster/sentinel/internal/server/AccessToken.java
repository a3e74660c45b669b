package io.github.quartermaster.sentinel.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a client must show: {@code Authorization: Bearer} and the token, or, for browsers, basic
 * authentication with any user and the token as the password. Immutable; never shown.
 */
public final class AccessToken {
  /** Short ones can be guessed. */
  private static final int SHORTEST = 16;

  private static final int LONGEST = 4096;
  private static final int RANDOM_BYTES = 32;
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final byte[] digest;

  private AccessToken(String token) {
    this.digest = digest(token);
  }

  /**
   * Reads one from a file; its last line end is no part of it.
   *
   * @throws IOException if the file cannot be read, or holds no token of 16 to 4096 visible ASCII
   *     characters; the message says so and does not hold any of it
   */
  public static AccessToken read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST + 2);
    }
    String token = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
    boolean visible = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (token.length() < SHORTEST || token.length() > LONGEST || !visible) {
      throw new IOException(
          "it holds no token of " + SHORTEST + " to " + LONGEST + " visible ASCII characters");
    }
    return new AccessToken(token);
  }

  /** Reads one from a file, and makes it, for its owner only, where there is none. */
  public static AccessToken readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      try {
        Files.createFile(file, forOwnerOnly(file));
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
      } catch (FileAlreadyExistsException e) {
        // somebody was faster: theirs is as good
      }
    }
    return read(file);
  }

  private static FileAttribute<?>[] forOwnerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether this is what an {@code Authorization} header shows; takes as long for any. */
  boolean isShownBy(@Nullable String authorization) {
    return authorization != null && MessageDigest.isEqual(digest, digest(shown(authorization)));
  }

  private static String shown(String authorization) {
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      try {
        byte[] pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
        String text = new String(pair, StandardCharsets.UTF_8);
        return text.substring(text.indexOf(':') + 1);
      } catch (IllegalArgumentException e) {
        // no base 64, and so no token
        return "";
      }
    }
    return "";
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
