package io.github.quartermaster.sentinel.internal.run;

import io.github.quartermaster.sentinel.model.History;

/**
 * What is kept on the disk.
 *
 * @param history what was tried
 * @param mark the clock by which its times are meant
 */
record Memory(History history, ClockMark mark) {}
