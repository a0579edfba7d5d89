/** The NOTIFY channels that connect this installation's processes. */
export const FORGET_CHANNEL = 'powernode_forget'
export const CABLE_CHANNEL = 'powernode_cable'
export const REFRESH_CHANNEL = 'powernode_refresh'
export const JOBS_CHANNEL = 'powernode_jobs'
/** On which each process hears itself, to know that it hears at all. */
export const ECHO_CHANNEL = 'powernode_echo'
