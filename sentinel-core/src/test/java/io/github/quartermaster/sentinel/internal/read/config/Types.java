package io.github.quartermaster.sentinel.internal.read.config;

import io.github.quartermaster.sentinel.internal.read.catalog.Factories;
import io.github.quartermaster.sentinel.internal.read.catalog.ProviderCatalog;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Parameter.Type;
import java.util.List;

/** Types of checks with parameters of every kind, and some of actions. */
final class Types {
  static final AnyType CPU =
      AnyType.of(
          "cpu",
          Parameter.limit("warn", Type.UPPER_LIMIT, "%", "load that is worth a warning")
              .defaultsTo("80%"),
          Parameter.limit("crit", Type.UPPER_LIMIT, "%", "load that is critical").defaultsTo("95%"),
          Parameter.optional("sample", Type.DURATION, "how long to measure").defaultsTo("1s"));
  static final AnyType DISK =
      AnyType.of(
          "disk",
          Parameter.limit("warn", Type.UPPER_LIMIT, "%", "use that is worth a warning")
              .defaultsTo("80%"),
          Parameter.limit("crit", Type.UPPER_LIMIT, "%", "use that is critical").defaultsTo("95%"),
          Parameter.limit("free-warn", Type.LOWER_LIMIT, "B", "room that is worth a warning"),
          Parameter.limit("free-crit", Type.LOWER_LIMIT, "B", "room that is critical"),
          Parameter.optional("include", Type.TEXTS, "mount points"),
          Parameter.optional("exclude-types", Type.TEXTS, "types of file systems")
              .defaultsTo("tmpfs, overlay"));
  static final AnyType HTTP =
      AnyType.of(
          "http",
          Parameter.required("url", Type.TEXT, "where to ask"),
          Parameter.optional("status", Type.INTEGERS, "codes that are fine").defaultsTo("200"),
          Parameter.optional("contains", Type.TEXT, "what the answer holds"),
          Parameter.limit("latency-warn", Type.UPPER_LIMIT, "s", "time that is worth a warning"),
          Parameter.limit("latency-crit", Type.UPPER_LIMIT, "s", "time that is critical"),
          Parameter.optional("user", Type.TEXT, "who asks"),
          Parameter.optional("password", Type.SECRET, "the secret of the user"),
          Parameter.optional("headers", Type.SECRETS, "headers to send"),
          Parameter.optional("follow", Type.FLAG, "whether to follow redirects")
              .defaultsTo("false"),
          Parameter.choice("method", List.of("GET", "HEAD"), "how to ask").defaultsTo("GET"));
  static final AnyType FILE =
      AnyType.of(
          "file-age",
          Parameter.required("path", Type.PATH, "the file"),
          Parameter.optional("most-bytes", Type.SIZE, "how much to read"),
          Parameter.optional("lines", Type.INTEGER, "how many lines"),
          Parameter.optional("labels", Type.MAP, "words for people"));
  static final AnyType NAGIOS =
      AnyType.of(
          "nagios",
          Parameter.required("command", Type.TEXTS, "the program and its arguments"),
          Parameter.limit("depth", Type.UPPER_LIMIT, "", "how many things are too many"));

  static final AnyAction RESTART =
      AnyAction.of(
          "service.restart", Parameter.required("unit", Type.TEXT, "the name of the service"));
  static final AnyAction CLEAN =
      AnyAction.of(
          "disk.clean",
          Parameter.required("root", Type.PATH, "the folder"),
          Parameter.required("glob", Type.TEXTS, "patterns of names"),
          Parameter.required("older-than", Type.DURATION, "how old files are"),
          Parameter.optional("keep", Type.INTEGER, "how many stay").defaultsTo("0"));
  static final AnyAction NOTIFY =
      AnyAction.telling(
          "notify",
          Parameter.optional("exec", Type.TEXTS, "a program"),
          Parameter.optional("webhook", Type.SECRET, "a URL"));
  static final AnyAction PAGER =
      AnyAction.telling("pager", Parameter.required("key", Type.SECRET, "the key"));

  private Types() {}

  static ProviderCatalog catalog() {
    return ProviderCatalog.of(
        new Factories(
            List.of(CPU, DISK, HTTP, FILE, NAGIOS, AnyType.of("memory"), AnyType.of("network")),
            List.of(RESTART, CLEAN, NOTIFY, PAGER)),
        null);
  }
}
