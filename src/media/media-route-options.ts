import type { MediaRoom } from './media-room.js';

/** What the routes need: where media lives, the secret that links are signed with, and how others reach this node. */
export type MediaRouteOptions = { room: MediaRoom; secret: string; site: { publicUrl: string } };
