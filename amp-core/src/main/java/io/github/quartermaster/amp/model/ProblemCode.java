package io.github.quartermaster.amp.model;

/**
 * The kinds of problem that reading, planning and applying can meet. The names are stable: reports
 * carry them, and the troubleshooting page explains each.
 */
public enum ProblemCode {
  /** What was asked for contradicts itself or is incomplete. */
  INVALID_REQUEST,
  /** A folder to be trawled is not there or cannot be read. */
  DIRECTORY_UNREADABLE,
  /** No AMP was found anywhere. */
  NO_AMPS,
  /** An AMP is no readable archive, or what it declares cannot be understood. */
  AMP_UNREADABLE,
  /** Nothing in an AMP tells its tier. */
  TIER_ASSUMED,
  /** Two mappings of one AMP bring different contents to the same place. */
  MAPPING_COLLISION,
  /** An AMP brings a file that only an installer may write. */
  RESERVED_PATH,
  /** An archive is built in a way that only an attack or damage explains. */
  ARCHIVE_UNSAFE,
  /** A WAR is not there. */
  WAR_NOT_FOUND,
  /** A WAR is no readable archive or folder. */
  WAR_UNREADABLE,
  /** Nothing in a WAR tells whether it is the repository or Share. */
  WAR_TIER_UNKNOWN,
  /** The state that an installed module left in the WAR cannot be understood. */
  MODULE_STATE_BROKEN,
  /** No WAR of the module's tier was named. */
  NO_WAR_FOR_TIER,
  /** Two AMPs of one module and version differ in content. */
  AMBIGUOUS_NEWEST,
  /** The WAR's product version lies outside of what the module supports. */
  VERSION_INCOMPATIBLE,
  /** The WAR does not tell its product version, so the module's bounds could not be checked. */
  VERSION_UNCHECKED,
  /** The WAR's edition is not among those that the module supports. */
  EDITION_INCOMPATIBLE,
  /** A module that another one needs would not be in the WAR, or in the wrong version. */
  DEPENDENCY_UNMET,
  /** Modules need one another in a circle. */
  DEPENDENCY_CYCLE,
  /** A file of a module would replace a different one that is in the WAR already. */
  FILE_CONFLICT,
  /** A file is replaced, as was allowed; the original is kept. */
  FILE_OVERWRITTEN,
  /** The same library would be there in different versions. */
  DUPLICATE_LIBRARY,
  /** The original of an overwritten file, needed now, is missing in the WAR. */
  ORIGINAL_MISSING,
  /** Two installed modules, or two AMPs, claim to be the same module under different ids. */
  ALIAS_CLASH,
  /** An AMP was related to an installed module of another id by its file name. */
  CORRELATED_BY_NAME,
  /** A file name relates an AMP to several modules, so none was chosen. */
  CORRELATION_AMBIGUOUS,
  /** A module goes back to an older version; Alfresco's database remembers the newer one. */
  DOWNGRADE,
  /** A module is replaced whose files no installer had recorded. */
  MODULE_UNRECORDED,
  /** A module was to go that other modules need. */
  MODULE_NEEDED,
  /** A module was to go that came along with another one. */
  MODULE_BUNDLED,
  /** A file of a module is not what its installer had written. */
  FILE_CHANGED,
  /** A file of a module is gone. */
  FILE_MISSING,
  /** A file lies in a module's folder that nobody recorded. */
  FILE_ADDED,
  /** A kept original belongs to no module. */
  ORIGINAL_ORPHANED,
  /** A record holds lines on which the Module Management Tool fails. */
  RECORD_UNTIDY,
  /** A module is on the class path twice. */
  MODULE_TWICE,
  /** Something was left by a run that ended too early, or is of no use any more. */
  LEFTOVER,
  /** Another run is at work on the WAR. */
  WAR_LOCKED,
  /** The WAR was changed by somebody else during the run. */
  WAR_CHANGED,
  /** The disk has not enough room. */
  DISK_FULL,
  /** There is no backup, or none of that name, or several of it. */
  BACKUP_NOT_FOUND,
  /** A backup could not be made. */
  BACKUP_FAILED,
  /** A WAR could not be written; the old one is untouched. */
  WRITE_FAILED,
  /**
   * Several WARs were to change together and only some could be; the next run finishes the rest.
   */
  SWAP_INCOMPLETE,
  /** The new WAR could not be given the old one's owner, group or mode. */
  OWNER_NOT_KEPT
}
