package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.internal.format.ModulePropertiesFormat;
import io.github.quartermaster.amp.model.AmpFile;
import io.github.quartermaster.amp.model.AmpFile.MappedFile;
import io.github.quartermaster.amp.model.AmpModule;
import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.Tier;
import io.github.quartermaster.amp.model.WarLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** An AMP for tests, made of what it declares and of the contents that it brings. */
final class Wanted {
  private final StringBuilder properties = new StringBuilder();
  private final SortedMap<String, MappedFile> files = new TreeMap<>();
  private final TreeSet<String> directories = new TreeSet<>();
  private final SortedMap<String, AmpModule> bundled = new TreeMap<>();
  private final String id;
  private final String version;
  private String location;
  private Tier tier = Tier.REPOSITORY;

  private Wanted(String id, String version) {
    this.id = id;
    this.version = version;
    this.location = id + "-" + version + ".amp";
    properties.append("module.id=").append(id).append('\n');
    properties.append("module.version=").append(version).append('\n');
    properties.append("module.title=").append("Title of ").append(id).append('\n');
    properties.append("module.description=").append("Made for a test").append('\n');
  }

  static Wanted amp(String id, String version) {
    return new Wanted(id, version);
  }

  Wanted key(String key, String value) {
    properties.append(key).append('=').append(value).append('\n');
    return this;
  }

  Wanted named(String fileName) {
    location = fileName;
    return this;
  }

  Wanted inTier(Tier value) {
    tier = value;
    return this;
  }

  Wanted file(String path, String content) {
    files.put(path, new MappedFile("amp/" + path, fingerprint(content)));
    if (WarLayout.isModuleProperties(path)) {
      bundled.put(path, parse(content));
    }
    return this;
  }

  Wanted directory(String path) {
    directories.add(path);
    return this;
  }

  AmpFile build() {
    return new AmpFile(Path.of(location), tier, module(), files, directories, bundled, List.of());
  }

  AmpModule module() {
    return parse(properties.toString());
  }

  private static AmpModule parse(String text) {
    return ModulePropertiesFormat.parse(text.getBytes(StandardCharsets.ISO_8859_1)).module();
  }

  String versionText() {
    return version;
  }

  String idText() {
    return id;
  }

  static Fingerprint fingerprint(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return new Fingerprint(bytes.length, crc.getValue());
  }
}
