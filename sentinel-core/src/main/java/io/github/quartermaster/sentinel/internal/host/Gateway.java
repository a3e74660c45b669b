package io.github.quartermaster.sentinel.internal.host;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where packets to the world go.
 *
 * @param address the router, or null where the interface itself leads there, such as a tunnel
 * @param interfaceName the interface towards it; empty where not told
 */
public record Gateway(@Nullable InetAddress address, String interfaceName) {}
