export const TIMES_OF_DAY = ['dawn', 'day', 'golden', 'dusk', 'night'] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];

export const WEATHERS = ['clear', 'cloudy', 'rain', 'storm', 'snow', 'fog', 'wind'] as const;
export type Weather = (typeof WEATHERS)[number];

export const PLACES = [
  'city',
  'street',
  'forest',
  'mountain',
  'lake',
  'sea',
  'beach',
  'desert',
  'meadow',
  'room',
  'space',
  'sky',
  'underwater',
] as const;
export type Place = (typeof PLACES)[number];

export const MOODS = ['calm', 'tense', 'joyful', 'melancholic', 'epic', 'dreamy'] as const;
export type Mood = (typeof MOODS)[number];

export const SUBJECT_KINDS = [
  'cat',
  'kitten',
  'dog',
  'puppy',
  'fox',
  'wolf',
  'horse',
  'deer',
  'rabbit',
  'lion',
  'tiger',
  'bear',
  'panda',
  'elephant',
  'bird',
  'butterfly',
  'fish',
  'whale',
  'dragon',
  'person',
  'woman',
  'man',
  'child',
  'astronaut',
  'robot',
  'car',
  'train',
  'boat',
  'plane',
  'rocket',
  'balloon',
  'umbrella',
  'flower',
  'tree',
  'lantern',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const ACTIONS = ['run', 'walk', 'fly', 'dance', 'rest', 'swim', 'jump', 'open', 'travel', 'stand'] as const;
export type Action = (typeof ACTIONS)[number];

export const FRAMINGS = ['wide', 'medium', 'close'] as const;
export type Framing = (typeof FRAMINGS)[number];

export const CAMERA_MOVES = [
  'drift',
  'panLeft',
  'panRight',
  'zoomIn',
  'zoomOut',
  'tracking',
  'tiltUp',
  'tiltDown',
  'aerial',
] as const;
export type CameraMove = (typeof CAMERA_MOVES)[number];

export const LOOKS = ['natural', 'neon', 'noir', 'ink'] as const;
export type Look = (typeof LOOKS)[number];

/** Somebody or something in the scene. The first subject of a scene is its main one. */
export type Subject = {
  kind: SubjectKind;
  action: Action;
  /** `#rrggbb`, or null when the words name no colour. */
  colour: string | null;
  /** 1-9. */
  count: number;
  small: boolean;
};

/** What a prompt says, with everything it leaves open chosen by the seed. */
export type Scene = {
  seed: number;
  timeOfDay: TimeOfDay;
  weather: Weather;
  place: Place;
  mood: Mood;
  look: Look;
  subjects: Subject[];
  framing: Framing;
  move: CameraMove;
  /** A colour of the scene as a whole, `#rrggbb`; null when the words name none. */
  tint: string | null;
  /** Snow lies on the ground, whether or not it falls. */
  snowCover: boolean;
};

/** What the words say and nothing else: null and empty where they leave something open. */
export type SceneWords = {
  timeOfDay: TimeOfDay | null;
  weather: Weather | null;
  place: Place | null;
  mood: Mood | null;
  look: Look | null;
  subjects: Subject[];
  framing: Framing | null;
  move: CameraMove | null;
  tint: string | null;
  snowCover: boolean;
};
