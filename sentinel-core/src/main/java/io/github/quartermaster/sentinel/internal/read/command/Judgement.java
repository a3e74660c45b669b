package io.github.quartermaster.sentinel.internal.read.command;

import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Reading;

/** What the end of a program says about a component. */
@FunctionalInterface
interface Judgement {
  Reading of(ComponentId component, String program, CommandResult result);
}
