package io.github.quartermaster.amp.internal.archive;

/** Signatures, lengths, sentinels and little-endian numbers of the zip format (APPNOTE 4.3). */
final class ZipFormat {
  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int END_SIGNATURE = 0x06054b50;
  static final int ZIP64_END_SIGNATURE = 0x06064b50;
  static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;

  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL_LENGTH = 46;
  static final int END_LENGTH = 22;
  static final int ZIP64_END_LENGTH = 56;
  static final int ZIP64_LOCATOR_LENGTH = 20;

  static final int ZIP64_EXTRA_ID = 0x0001;

  /** In a 16-bit field: the value is in the zip64 structures. */
  static final int SENTINEL_16 = 0xffff;

  /** In a 32-bit field: the value is in the zip64 structures. */
  static final long SENTINEL_32 = 0xffff_ffffL;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  static final int FLAG_ENCRYPTED = 1;
  static final int FLAG_PATCH_DATA = 1 << 5;
  static final int FLAG_STRONG_ENCRYPTION = 1 << 6;
  static final int FLAG_UTF8 = 1 << 11;
  static final int FLAG_MASKED_HEADERS = 1 << 13;

  private ZipFormat() {}

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
  }

  static int i32(byte[] bytes, int at) {
    return u16(bytes, at) | (u16(bytes, at + 2) << 16);
  }

  static long u32(byte[] bytes, int at) {
    return i32(bytes, at) & SENTINEL_32;
  }

  /** An unsigned 64-bit number; callers treat a negative one as out of range. */
  static long u64(byte[] bytes, int at) {
    return u32(bytes, at) | ((long) i32(bytes, at + 4) << 32);
  }

  static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
  }

  static void put32(byte[] bytes, int at, long value) {
    put16(bytes, at, (int) value);
    put16(bytes, at + 2, (int) (value >>> 16));
  }

  static void put64(byte[] bytes, int at, long value) {
    put32(bytes, at, value);
    put32(bytes, at + 4, value >>> 32);
  }
}
