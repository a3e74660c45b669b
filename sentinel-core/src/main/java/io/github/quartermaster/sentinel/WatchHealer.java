package io.github.quartermaster.sentinel;

import io.github.quartermaster.sentinel.model.HealRound;

/** Decides what is to be done about what is wrong, does it, and looks whether it helped. */
@FunctionalInterface
interface WatchHealer {
  /** One round. Waits for what it does, and may be interrupted. For one thread. */
  HealRound round(CheckResult result);
}
