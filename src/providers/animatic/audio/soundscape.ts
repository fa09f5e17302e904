import type { Mood, Place, Scene, Weather } from '../scene/scene.js';

/** Loudness of each noise, 0-1. */
export type AmbienceLevels = {
  rain: number;
  wind: number;
  waves: number;
  city: number;
  crickets: number;
  birds: number;
  thunder: number;
};

/** What a scene sounds like. */
export type Soundscape = { mood: Mood; ambience: AmbienceLevels };

const QUIET: AmbienceLevels = { rain: 0, wind: 0, waves: 0, city: 0, crickets: 0, birds: 0, thunder: 0 };

const BY_WEATHER: Readonly<Record<Weather, Partial<AmbienceLevels>>> = {
  clear: {},
  cloudy: { wind: 0.1 },
  rain: { rain: 0.7 },
  storm: { rain: 1, wind: 0.5, thunder: 1 },
  snow: { wind: 0.25 },
  fog: { wind: 0.1 },
  wind: { wind: 0.8 },
};

const BY_PLACE: Readonly<Record<Place, Partial<AmbienceLevels>>> = {
  city: { city: 0.7 },
  street: { city: 0.6 },
  forest: { wind: 0.15 },
  mountain: { wind: 0.35 },
  lake: { waves: 0.2 },
  sea: { waves: 0.9, wind: 0.2 },
  beach: { waves: 0.8 },
  desert: { wind: 0.4 },
  meadow: { wind: 0.15 },
  room: {},
  space: {},
  sky: { wind: 0.5 },
  underwater: { waves: 0.3 },
};

const LIVELY_PLACES: readonly Place[] = ['forest', 'meadow', 'lake', 'mountain'];
const WET_WEATHERS: readonly Weather[] = ['rain', 'storm', 'snow'];

/** Music by the mood, noises by the place and the weather; crickets and birds where they live, when it is dry. */
export function soundscapeOf({ mood, place, weather, timeOfDay }: Scene): Soundscape {
  const outdoors = place === 'space' || place === 'underwater' ? {} : BY_WEATHER[weather];
  const ambience: AmbienceLevels = { ...QUIET, ...BY_PLACE[place] };
  for (const noise of ['rain', 'wind', 'thunder'] as const) {
    ambience[noise] = Math.max(ambience[noise], outdoors[noise] ?? 0) * (place === 'room' ? 0.4 : 1);
  }
  if (LIVELY_PLACES.includes(place) && !WET_WEATHERS.includes(weather)) {
    if (timeOfDay === 'night' || timeOfDay === 'dusk') ambience.crickets = 0.9;
    else ambience.birds = timeOfDay === 'dawn' ? 1 : 0.7;
  }
  return { mood, ambience };
}
