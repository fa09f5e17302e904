import type { UserError, UserErrorCode, Warning, WarningCode } from './user-error.js';

/** Collects what the checks of one input find, so that all of it comes back together. */
export type Findings = { userErrors: UserError[]; warnings: Warning[] };

/** Notes a mistake. `field` is the path below `input`. */
export function refuse(findings: Findings, code: UserErrorCode, field: readonly string[], message: string): void {
  findings.userErrors.push({ code, message, path: ['input', ...field] });
}

/** Notes that something is done differently than asked. `field` is the path below `input`. */
export function warn(findings: Findings, code: WarningCode, field: readonly string[], message: string): void {
  findings.warnings.push({ code, message, path: ['input', ...field] });
}
