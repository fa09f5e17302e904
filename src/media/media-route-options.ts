import type { MediaRoom } from './media-room.js';

/** What the routes need: where media lives, and the secret that links are signed with. */
export type MediaRouteOptions = { room: MediaRoom; secret: string };
