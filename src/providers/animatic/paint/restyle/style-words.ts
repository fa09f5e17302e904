import type { WordTable } from '../../scene/find-words.js';

export type Style =
  | 'night'
  | 'golden'
  | 'snow'
  | 'rain'
  | 'fog'
  | 'sepia'
  | 'monochrome'
  | 'noir'
  | 'sketch'
  | 'watercolour'
  | 'neon'
  | 'vintage'
  | 'autumn'
  | 'dream'
  | 'comic'
  | 'pixel'
  | 'warm'
  | 'cool';

/** Words of an edit instruction and the style they ask for. */
export const STYLE_WORDS: WordTable<Style> = [
  [null, 'watercolor paper|no snow'],
  ['noir', 'noir|film noir|detective film|hard-boiled|黑色电影'],
  ['neon', 'neon|cyberpunk|synthwave|blade runner|futuristic|sci-fi|霓虹|赛博朋克|科幻'],
  ['sketch', 'sketch|pencil|line drawing|line art|charcoal|ink drawing|drawing|素描|铅笔|线稿|手绘'],
  [
    'watercolour',
    'watercolor|watercolour|painting|painted|oil painting|impressionist|van gogh|gouache|水彩|油画|绘画|水墨|国画',
  ],
  ['comic', 'comic|comic book|cartoon|anime|pop art|posterise|posterize|manga|cel shaded|漫画|卡通|动漫|动画|波普'],
  ['pixel', 'pixel|pixel art|pixelated|8-bit|8 bit|retro game|像素'],
  ['monochrome', 'black and white|black-and-white|monochrome|grayscale|greyscale|b&w|黑白|单色|灰度'],
  ['sepia', 'sepia|old photo|antique|棕褐|老照片'],
  ['vintage', 'vintage|retro|film look|super 8|8mm|16mm|70s|80s|old film|vhs|nostalgic|复古|怀旧|胶片|老电影'],
  [
    'dream',
    'dream|dreamy|dreamlike|blur|soft focus|ethereal|magical|fairy|glow|surreal|梦幻|梦境|柔焦|模糊|唯美|魔法|仙境',
  ],
  ['autumn', 'autumn|fall colors|fall colours|fall foliage|maple|秋|秋天|秋季|枫叶'],
  ['golden', 'golden hour|golden|sunset|sunrise|dawn|dusk|warm light|黄昏|日落|夕阳|日出|金色|黄金时刻|晚霞|清晨'],
  ['night', 'night|nighttime|midnight|moonlight|moonlit|dark|evening|夜|夜晚|深夜|月光|黑夜|晚上'],
  ['snow', 'snow|snowy|snowing|winter|frozen|blizzard|icy|雪|下雪|冬天|冬季|冰雪'],
  ['rain', 'rain|rainy|raining|storm|stormy|thunderstorm|wet|雨|下雨|暴雨|雨天'],
  ['fog', 'fog|foggy|mist|misty|haze|hazy|smoke|雾|薄雾|雾气|烟雾'],
  ['warm', 'warm|warmer|summer|sunny|bright|cosy|cozy|温暖|暖色|夏天|明亮|阳光'],
  ['cool', 'cool|colder|cold|blue tone|teal|moody|underwater|冷色|蓝色调|冷调|水下'],
];
