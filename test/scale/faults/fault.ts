import type { ClusterOptions, Cluster } from '../nodes/start-cluster.js';
import type { History } from './history.js';

/** What a fault may use while it happens. */
export type Room = {
  cluster: Cluster;
  history: History;
  /** Numbers from 0 to 1 that are the same for the same seed. */
  random: () => number;
  /** How long the trouble goes on, in milliseconds. */
  troubleMs: number;
  /** Tells a person how it goes. */
  report: (text: string) => void;
  /** Puts down a promise that is broken. */
  violate: (text: string) => void;
};

/** One row of the matrix. */
export type Fault = {
  /** As `--only` names it. */
  name: string;
  /** What must be true, in a sentence. */
  promise: string;
  cluster?: ClusterOptions;
  /** How long it goes on in the long form, in minutes. */
  minutes: number;
  /** How many tasks there are in the long form. */
  tasks: number;
  /** Part of the tasks whose videos are kept, 0-1. */
  filmedShare: number;
  /** Why this machine cannot run it, or null. */
  obstacle?: () => string | null;
  /** Brings its own folders and the like; called before the cluster starts. */
  prepare?: () => Promise<AsyncDisposable & { cluster: ClusterOptions }>;
  /** No request may take longer, in milliseconds. */
  answersWithinMs?: number;
  /** Makes the trouble while tasks are made, and ends it: all nodes run when it resolves. */
  happen(room: Room): Promise<void>;
};
