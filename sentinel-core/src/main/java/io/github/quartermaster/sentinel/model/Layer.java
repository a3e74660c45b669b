package io.github.quartermaster.sentinel.model;

/**
 * Where between wire and application something fails. The names are those of the OSI layers as far
 * as a host can tell them apart, with name resolution beside them.
 */
public enum Layer {
  /** The network interface (OSI 1 and 2). */
  LINK,
  /** Routes and gateways (OSI 3). */
  NETWORK,
  /** Names to addresses; sideways of the others. */
  NAME,
  /** Connections (OSI 4). */
  TRANSPORT,
  /** Certificates and handshakes. */
  TLS,
  /** What answers (OSI 7). */
  APPLICATION
}
