package io.github.quartermaster.sentinel.model;

import java.time.Duration;

/**
 * One rung of a remedy's ladder.
 *
 * @param action the type of the action
 * @param settings what is set for it; complete, as its {@link ActionFactory#parameters()} ask
 * @param settle how long nobody looks at what it did
 * @param within how long, after that, its effect may take to show
 */
public record RemedyStep(String action, Settings settings, Duration settle, Duration within) {}
