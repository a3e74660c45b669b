package io.github.quartermaster.sentinel.internal.read.net;

import java.net.IDN;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server showed to prove who it is.
 *
 * @param certificates its own first
 */
record CertificateChain(List<X509Certificate> certificates) {
  // RFC 5280, 4.2.1.6: GeneralName
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int MOST_NAMES = 5;

  /** Copies the list. */
  CertificateChain {
    certificates = List.copyOf(certificates);
  }

  /** When the first of them ends that matters. */
  Instant end() {
    return relevant().stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Why it is not trusted, in the words of those who have to do something about it. */
  String objection(CertificateException jdk, String host, Instant now) {
    for (X509Certificate certificate : relevant()) {
      Optional<String> period = outsideOfPeriod(certificate, now);
      if (period.isPresent()) {
        return period.get();
      }
    }
    X509Certificate own = certificates.get(0);
    if (!names(host)) {
      return "the certificate is for " + shownNames(own) + ", not for " + host;
    }
    if (certificates.size() == 1 && isSelfSigned(own)) {
      return "the certificate of " + host + " is self-signed, and nobody here trusts it";
    }
    X509Certificate last = certificates.get(certificates.size() - 1);
    return "the certificate of "
        + host
        + " leads to "
        + last.getIssuerX500Principal().getName()
        + ", whom nobody here trusts ("
        + jdk.getMessage()
        + ")";
  }

  /** Each certificate in a line. */
  List<String> shown() {
    List<String> lines = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      lines.add(
          certificate.getSubjectX500Principal().getName()
              + ", by "
              + certificate.getIssuerX500Principal().getName()
              + ", "
              + day(certificate.getNotBefore().toInstant())
              + " to "
              + day(certificate.getNotAfter().toInstant())
              + (lines.isEmpty() ? ", for " + shownNames(certificate) : ""));
    }
    return lines;
  }

  /** All but a root at the end, which is trusted or not whatever it says. */
  private List<X509Certificate> relevant() {
    int last = certificates.size() - 1;
    return last > 0 && isSelfSigned(certificates.get(last))
        ? certificates.subList(0, last)
        : certificates;
  }

  private static Optional<String> outsideOfPeriod(X509Certificate certificate, Instant now) {
    Instant end = certificate.getNotAfter().toInstant();
    Instant begin = certificate.getNotBefore().toInstant();
    String name = certificate.getSubjectX500Principal().getName();
    if (end.isBefore(now)) {
      return Optional.of(
          "the certificate "
              + name
              + " expired on "
              + day(end)
              + ", "
              + Duration.between(end, now).toDays()
              + " days ago");
    }
    return begin.isAfter(now)
        ? Optional.of("the certificate " + name + " is not valid before " + day(begin))
        : Optional.empty();
  }

  /** RFC 6125, as far as it takes to explain what the JDK has decided. */
  private boolean names(String host) {
    String name = ascii(host);
    return alternativeNames(certificates.get(0)).stream()
        .anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), name));
  }

  private static String ascii(String host) {
    try {
      return host.contains(":") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      // too long for any certificate
      return host;
    }
  }

  private static boolean matches(String pattern, String name) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && name.substring(dot).equals(pattern.substring(1));
  }

  private static List<String> alternativeNames(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> name : all == null ? List.<List<?>>of() : all) {
        boolean counts = name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS);
        if (counts && name.get(1) instanceof String text) {
          names.add(text);
        }
      }
    } catch (CertificateParsingException e) {
      // names that cannot be read name nobody
      return List.of();
    }
    return names;
  }

  private static String shownNames(X509Certificate certificate) {
    List<String> names = alternativeNames(certificate);
    if (names.isEmpty()) {
      return certificate.getSubjectX500Principal().getName() + " without any host name";
    }
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() > MOST_NAMES
        ? some + " and " + (names.size() - MOST_NAMES) + " more"
        : some;
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      // signed by another key of the same name
      return false;
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
