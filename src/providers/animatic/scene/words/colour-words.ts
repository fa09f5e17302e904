import type { WordTable } from '../find-words.js';

export const COLOUR_WORDS: WordTable<string> = [
  [
    null,
    'golden hour|golden retriever|black and white|black-and-white|blue hour|white noise|greenhouse|orange juice|黑白|黑夜|黑暗|白天|黄昏|黄金时刻|金鱼|银河|雪白|明白|金色时刻|黑色电影|红外',
  ],
  ['#c8262c', 'red|scarlet|crimson|ruby|红|红色|红伞|鲜红|火红'],
  ['#e0772a', 'orange|ginger|amber|橙|橙色|橘|橘色|橘猫|姜黄'],
  ['#e8c23c', 'yellow|golden|gold|lemon|黄|黄色|金|金色|金黄'],
  ['#4f9a4a', 'green|emerald|jade|lime|绿|绿色|翠绿|碧绿|青翠'],
  ['#2fa8a0', 'teal|turquoise|cyan|aqua|青|青色|蓝绿'],
  ['#3568c4', 'blue|azure|navy|cobalt|sapphire|蓝|蓝色|湛蓝|蔚蓝|天蓝'],
  ['#7c4bb8', 'purple|violet|lavender|indigo|magenta|紫|紫色|紫罗兰'],
  ['#e585a6', 'pink|rose-coloured|粉|粉色|粉红|桃红'],
  ['#7a4f30', 'brown|chestnut|chocolate|棕|棕色|褐色|咖啡色'],
  ['#1d1d22', 'black|ebony|jet-black|黑|黑色|漆黑'],
  ['#eceae4', 'white|ivory|snow white|白|白色|雪白|洁白'],
  ['#8d9298', 'grey|gray|silver|灰|灰色|银|银色|银白'],
];
