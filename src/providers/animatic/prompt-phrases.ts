import type { CameraMove, Framing, Mood, Place, TimeOfDay, Weather } from './scene/scene.js';

/** What an expanded prompt is made of in one language. Each phrase reads back as the very value it stands for. */
export type Phrases = {
  place: Readonly<Record<Place, string>>;
  timeOfDay: Readonly<Record<TimeOfDay, string>>;
  weather: Readonly<Record<Weather, string>>;
  framing: Readonly<Record<Framing, string>>;
  move: Readonly<Record<CameraMove, string>>;
  mood: Readonly<Record<Mood, string>>;
  subject: string;
  noSubject: string;
  texture: string;
  /** What an edit does not name. */
  rest: string;
  /** Between two phrases. */
  comma: string;
};

export const ENGLISH_PHRASES: Phrases = {
  place: {
    city: 'in a city',
    street: 'on a street',
    forest: 'in a forest',
    mountain: 'among mountains',
    lake: 'by a lake',
    sea: 'out at sea',
    beach: 'on a beach',
    desert: 'in a desert',
    meadow: 'in a meadow',
    room: 'in a room',
    space: 'in space',
    sky: 'high in the sky',
    underwater: 'underwater',
  },
  timeOfDay: {
    dawn: 'at dawn, the light still thin',
    day: 'in even daylight',
    golden: 'at golden hour, long shadows and a low glow',
    dusk: 'at dusk, the light nearly gone',
    night: 'at night, lit by a few small sources',
  },
  weather: {
    clear: 'in clear air',
    cloudy: 'under scattered clouds',
    rain: 'in steady rain',
    storm: 'in a thunderstorm',
    snow: 'in falling snow',
    fog: 'in thin mist',
    wind: 'in a steady wind',
  },
  framing: {
    wide: 'wide shot on a 24 mm lens',
    medium: 'medium shot on a 40 mm lens',
    close: 'close-up on an 85 mm lens with shallow focus',
  },
  move: {
    drift: 'the camera barely moving',
    panLeft: 'a slow pan left',
    panRight: 'a slow pan right',
    zoomIn: 'a slow push in',
    zoomOut: 'slowly pulling back',
    tracking: 'a steady tracking shot',
    tiltUp: 'a slow tilt up',
    tiltDown: 'a slow tilt down',
    aerial: 'an aerial view',
  },
  mood: {
    calm: 'calm and unhurried',
    tense: 'tense, something is about to happen',
    joyful: 'joyful and light-hearted',
    melancholic: 'melancholic and thoughtful',
    epic: 'epic in scale',
    dreamy: 'dreamy and weightless',
  },
  subject: 'the subject well separated from the background',
  noSubject: 'the place itself is the subject',
  texture: 'fine grain, rich texture, detail in highlights and shadows',
  rest: 'everything else unchanged',
  comma: ', ',
};

export const CHINESE_PHRASES: Phrases = {
  place: {
    city: '城市之中',
    street: '街道之上',
    forest: '森林深处',
    mountain: '群山之间',
    lake: '湖边',
    sea: '大海之上',
    beach: '沙滩之上',
    desert: '沙漠之中',
    meadow: '草地之上',
    room: '房间里',
    space: '太空之中',
    sky: '天空之中',
    underwater: '水下',
  },
  timeOfDay: {
    dawn: '清晨，光线稀薄',
    day: '白天，光线均匀',
    golden: '黄金时刻，影子很长',
    dusk: '暮色，光线将尽',
    night: '夜晚，只有几处微光',
  },
  weather: {
    clear: '天气晴朗',
    cloudy: '多云',
    rain: '细雨',
    storm: '雷雨',
    snow: '雪花飘落',
    fog: '薄雾弥漫',
    wind: '微风不断',
  },
  framing: {
    wide: '24毫米焦距，远景',
    medium: '40毫米焦距，中景',
    close: '85毫米焦距，特写，浅景深',
  },
  move: {
    drift: '几乎静止地缓缓漂移',
    panLeft: '缓缓左摇',
    panRight: '缓缓右摇',
    zoomIn: '缓缓推近',
    zoomOut: '缓缓拉远',
    tracking: '平稳跟拍',
    tiltUp: '缓缓上摇',
    tiltDown: '缓缓下摇',
    aerial: '航拍视角',
  },
  mood: {
    calm: '宁静而从容',
    tense: '紧张，一触即发',
    joyful: '欢快而轻盈',
    melancholic: '忧伤而内敛',
    epic: '史诗般的气势',
    dreamy: '梦幻而轻柔',
  },
  subject: '主体与背景层次分明',
  noSubject: '场景本身就是主角',
  texture: '颗粒细腻，质感丰富，明暗细节完整',
  rest: '其余保持不变',
  comma: '，',
};
