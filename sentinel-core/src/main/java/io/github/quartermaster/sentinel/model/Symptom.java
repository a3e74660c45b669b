package io.github.quartermaster.sentinel.model;

/**
 * What people notice: a sick component that no other sick component depends on.
 *
 * @param component which one
 * @param status its state
 * @param score its score
 * @param message what was found out about it
 */
public record Symptom(ComponentId component, Status status, Score score, String message) {}
