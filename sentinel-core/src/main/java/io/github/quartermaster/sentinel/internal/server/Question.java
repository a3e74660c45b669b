package io.github.quartermaster.sentinel.internal.server;

/**
 * A request that may be answered.
 *
 * @param method {@code GET} or {@code POST}; that of a HEAD request is GET
 * @param path without what follows a question mark
 * @param accept what the client said it likes, or an empty text
 * @param body as UTF-8, empty where there is none; of {@value LoopbackServer#MOST_BYTES} bytes at
 *     most
 */
public record Question(String method, String path, String accept, String body) {}
