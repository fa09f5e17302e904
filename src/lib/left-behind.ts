/**
 * What nobody has touched for so long was left behind by a crash: nothing takes longer to arrive, or to get its row. With
 * the time between two sweeps it is less than an hour.
 */
export const LEFT_BEHIND_MS = 45 * 60 * 1000;
