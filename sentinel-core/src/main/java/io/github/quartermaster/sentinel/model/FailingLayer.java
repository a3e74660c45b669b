package io.github.quartermaster.sentinel.model;

/**
 * The lowest layer at which the network fails, of all that was probed.
 *
 * @param layer which one
 * @param component where it was noticed
 * @param below what is known of the layers below, such as {@code fine up to TRANSPORT}; may be
 *     empty
 */
public record FailingLayer(Layer layer, ComponentId component, String below) {}
