package org.yiwang.identity;

/** What a role may do apart from the actions that lifecycles grant it by name (权限). */
public enum Permission {
  /** See cases within reach: desk, case page, search. */
  SEE_CASES,
  /** See the operations board and figures. */
  SEE_BOARD,
  /** Take a list away as a file. */
  EXPORT,
  /** See a masked identifier in full; each time is logged. */
  UNMASK,
  /** Open the file of a person or firm that has an open case within reach; each time is logged. */
  READ_FILES,
  /** Open a file without such a case, with a written reason; flagged for auditors. */
  READ_WITHOUT_CASE,
  /** Confirm a mandate at a window, having seen both. */
  CONFIRM_MANDATES,
  /**
   * Take an application in for somebody who stands at the counter; answer those who ask for help.
   */
  TAKE_IN,
  /** Read the log of who looked at what. */
  SEE_ACCESS_LOG,
  /** Find credentials that a unit within reach has issued; revoke them, issue them corrected. */
  MANAGE_CREDENTIALS,
  /** Accounts, packs, jobs, metrics. */
  ADMINISTER,
  /** File and act through the API for many people, as a hotline or an importing system does. */
  OPERATE_API
}
