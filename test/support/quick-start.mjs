/**
 * Arguments for node that save a second of every start: the embedded database's WebAssembly is compiled once, not a second
 * time for a speed that no test lives long enough to need.
 */
export const QUICK_START = /** @type {const} */ (['--liftoff-only']);
