export type TimeOfDay = 'dawn' | 'day' | 'golden' | 'dusk' | 'night';

export type Weather = 'clear' | 'cloudy' | 'rain' | 'storm' | 'snow' | 'fog' | 'wind';

export type Place =
  | 'city'
  | 'street'
  | 'forest'
  | 'mountain'
  | 'lake'
  | 'sea'
  | 'beach'
  | 'desert'
  | 'meadow'
  | 'room'
  | 'space'
  | 'sky'
  | 'underwater';

export type Mood = 'calm' | 'tense' | 'joyful' | 'melancholic' | 'epic' | 'dreamy';

export type SubjectKind =
  | 'cat'
  | 'kitten'
  | 'dog'
  | 'puppy'
  | 'fox'
  | 'wolf'
  | 'horse'
  | 'deer'
  | 'rabbit'
  | 'lion'
  | 'tiger'
  | 'bear'
  | 'panda'
  | 'elephant'
  | 'bird'
  | 'butterfly'
  | 'fish'
  | 'whale'
  | 'dragon'
  | 'person'
  | 'woman'
  | 'man'
  | 'child'
  | 'astronaut'
  | 'robot'
  | 'car'
  | 'train'
  | 'boat'
  | 'plane'
  | 'rocket'
  | 'balloon'
  | 'umbrella'
  | 'flower'
  | 'tree'
  | 'lantern';

export type Action = 'run' | 'walk' | 'fly' | 'dance' | 'rest' | 'swim' | 'jump' | 'open' | 'travel' | 'stand';

export type Framing = 'wide' | 'medium' | 'close';

export type CameraMove =
  'drift' | 'panLeft' | 'panRight' | 'zoomIn' | 'zoomOut' | 'tracking' | 'tiltUp' | 'tiltDown' | 'aerial';

export type Look = 'natural' | 'neon' | 'noir' | 'ink';

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
