package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.BlockDamage;
import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The blocks of a snapshot: what its volume held, and what has become of it. For its account. */
final class BlockMap {
  final EmulatedContents contents;
  private final TreeMap<Integer, BlockDamage> damage = new TreeMap<>();

  BlockMap(EmulatedContents contents) {
    this.contents = contents;
  }

  /** Of a copy: the same, and damaged where this one is. */
  BlockMap copy() {
    BlockMap copy = new BlockMap(contents);
    copy.damage.putAll(damage);
    return copy;
  }

  void damage(int index, BlockDamage kind) {
    damage.put(index, kind);
  }

  boolean has(int index) {
    BlockDamage kind = damage.get(index);
    return kind == null ? contents.has(index) : kind != BlockDamage.MISSING;
  }

  /** The first block from that one on; -1 where there is none. */
  int next(int from) {
    int sound = contents.next(from);
    while (sound >= 0 && !has(sound)) {
      sound = contents.next(sound + 1);
    }
    @Nullable Integer added = damage.ceilingKey(from);
    while (added != null && !has(added)) {
      added = damage.higherKey(added);
    }
    if (added == null) {
      return sound;
    }
    return sound < 0 ? added : Math.min(sound, added);
  }

  /** The data, a character for each byte. */
  String data(int index) {
    return new String(bytes(index), StandardCharsets.ISO_8859_1);
  }

  /** The SHA-256 that is told with the data, in Base64. */
  String checksum(int index) {
    byte[] bytes = bytes(index);
    if (damage.get(index) == BlockDamage.FLIPPED) {
      bytes[7] ^= 1;
    }
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private byte[] bytes(int index) {
    byte[] bytes =
        contents.has(index) ? contents.data(index) : new byte[EmulatedContents.BLOCK_BYTES];
    BlockDamage kind = damage.get(index);
    if (kind == BlockDamage.CHANGED || kind == BlockDamage.FLIPPED) {
      bytes[7] ^= 1;
    }
    return bytes;
  }
}
