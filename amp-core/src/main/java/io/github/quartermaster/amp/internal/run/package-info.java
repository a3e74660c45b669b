/**
 * Carries a plan out: the only place where anything is written.
 *
 * <p>{@link io.github.quartermaster.amp.internal.run.ApplyRunner} is the way in. It prepares
 * everything beside what is there, makes the backups, and then puts all of it in place behind one
 * commit point, so that a crash leaves something that {@link
 * io.github.quartermaster.amp.internal.run.Recovery} can finish or undo:
 *
 * <pre>
 * lock all WARs
 * write each new WAR beside the old one, synced        .NAME.quartermaster.tmp
 *   (an exploded WAR: each new file inside the tree)   WEB-INF/.quartermaster/N
 * back each old WAR up
 * write a journal beside each WAR but the first        .NAME.quartermaster.journal
 * write the first WAR's journal                        &lt;- the commit point
 * rename everything into place, delete the journals, the first WAR's last
 * prune backups, unlock
 * </pre>
 *
 * <p>Before the commit point nothing that was there has been touched, and undoing means to delete
 * what was prepared. After it every step can be repeated without harm until all are done.
 */
@NullMarked
package io.github.quartermaster.amp.internal.run;

import org.jspecify.annotations.NullMarked;
