/** Upper bounds of histograms, in seconds. */

/** Answers of this server. */
export const ANSWER_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** Events on their way to those who watch. */
export const LAG_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Answers of others. */
export const UPSTREAM_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** Steps, and how late they come. */
export const STEP_SECONDS = [0.05, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
