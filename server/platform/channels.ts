/** The NOTIFY channels that connect this installation's processes. */
export const FORGET_CHANNEL = 'powernode_forget'
export const CABLE_CHANNEL = 'powernode_cable'
export const REFRESH_CHANNEL = 'powernode_refresh'
export const JOBS_CHANNEL = 'powernode_jobs'
export const SIGNAL_CHANNEL = 'powernode_signals'
/** Each process sends notifications to itself on this channel, to check that it receives them. */
export const ECHO_CHANNEL = 'powernode_echo'
