/**
 * Checks of what answers over the network: names, connections, certificates, web servers, and those
 * servers whose answers we know to read.
 */
@NullMarked
package io.github.quartermaster.sentinel.internal.read.net;

import org.jspecify.annotations.NullMarked;
