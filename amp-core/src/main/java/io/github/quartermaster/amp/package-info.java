/**
 * Applies Alfresco Module Packages to Alfresco and Share WARs. Start at {@link
 * io.github.quartermaster.amp.Amps}.
 */
@NullMarked
package io.github.quartermaster.amp;

import org.jspecify.annotations.NullMarked;
