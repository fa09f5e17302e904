import type { Action, SubjectKind } from '../scene.js';
import type { WordTable } from '../find-words.js';

export const SUBJECT_WORDS: WordTable<SubjectKind> = [
  [
    null,
    'dragonfly|sea lion|catwalk|hot dog|goldfish bowl|fish tank|street light|street lamp|car park|马路|马上|人行道|机器|鱼缸|花园|花海|雪花|浪花|火花|樱花树下|月亮船|鸟瞰|伞下|飞行员|汽车站|树林|山水画|人群',
  ],
  ['kitten', 'kitten|kittens|kitty|small cat|little cat|baby cat|小猫|猫咪|小猫咪|幼猫'],
  ['cat', 'cat|cats|feline|猫|黑猫|白猫|橘猫'],
  ['puppy', 'puppy|puppies|small dog|little dog|小狗|幼犬'],
  ['dog', 'dog|dogs|hound|retriever|husky|corgi|狗|犬|狗狗|柯基'],
  ['fox', 'fox|foxes|狐狸|狐'],
  ['wolf', 'wolf|wolves|狼'],
  ['horse', 'horse|horses|stallion|mare|pony|unicorn|马|骏马|白马|黑马|独角兽'],
  ['deer', 'deer|stag|doe|elk|moose|reindeer|鹿|小鹿|麋鹿|驯鹿'],
  ['rabbit', 'rabbit|rabbits|bunny|hare|兔|兔子|小兔子'],
  ['lion', 'lion|lions|lioness|狮子|狮'],
  ['tiger', 'tiger|tigers|leopard|snow leopard|cheetah|panther|老虎|虎|豹|豹子|猎豹|雪豹'],
  ['panda', 'panda|pandas|熊猫|大熊猫'],
  ['bear', 'bear|bears|熊|北极熊|棕熊'],
  ['elephant', 'elephant|elephants|大象|象|小象'],
  [
    'bird',
    'bird|birds|eagle|hawk|seagull|seagulls|gull|crane|cranes|swan|dove|owl|crow|raven|swallow|鸟|小鸟|鸟儿|鹰|老鹰|海鸥|仙鹤|鹤|天鹅|燕子|鸽子',
  ],
  ['butterfly', 'butterfly|butterflies|moth|dragonfly|蝴蝶|蜻蜓'],
  ['whale', 'whale|whales|dolphin|dolphins|shark|orca|鲸|鲸鱼|海豚|鲨鱼|虎鲸'],
  ['fish', 'fish|fishes|koi|goldfish|鱼|金鱼|锦鲤|小鱼|鱼群'],
  ['dragon', 'dragon|dragons|wyvern|龙|巨龙|飞龙'],
  ['astronaut', 'astronaut|astronauts|spaceman|cosmonaut|宇航员|航天员'],
  ['robot', 'robot|robots|android|mech|mecha|cyborg|机器人|机甲'],
  [
    'child',
    'child|children|kid|kids|boy|girl|little girl|little boy|toddler|孩子|小孩|儿童|男孩|女孩|小男孩|小女孩|小朋友',
  ],
  [
    'woman',
    'woman|women|lady|mother|dancer|ballerina|queen|princess|bride|女人|女子|女士|少女|姑娘|妈妈|母亲|公主|女孩子|舞者',
  ],
  [
    'man',
    'man|men|father|samurai|knight|cowboy|warrior|king|soldier|detective|fisherman|old man|monk|男人|男子|爸爸|父亲|武士|骑士|战士|老人|渔夫|侦探|侠客',
  ],
  [
    'person',
    'person|people|figure|traveler|traveller|someone|pedestrian|pedestrians|crowd|couple|lovers|hiker|wanderer|stranger|silhouette|人|行人|人们|人群|旅人|情侣|路人|背影',
  ],
  ['car', 'car|cars|taxi|truck|bus|vehicle|sports car|motorcycle|van|汽车|轿车|跑车|出租车|车|卡车|摩托车|公交车'],
  ['train', 'train|trains|railway|locomotive|tram|火车|列车|地铁|高铁|电车'],
  [
    'boat',
    'boat|boats|ship|ships|sailboat|sailing boat|yacht|canoe|vessel|fishing boat|船|小船|帆船|轮船|渔船|游艇|小舟',
  ],
  ['plane', 'plane|planes|airplane|aeroplane|aircraft|jet|飞机|客机|战斗机'],
  ['rocket', 'rocket|rockets|spaceship|spacecraft|starship|shuttle|ufo|火箭|飞船|宇宙飞船|太空船'],
  ['balloon', 'balloon|balloons|hot air balloon|hot-air balloon|airship|气球|热气球'],
  ['umbrella', 'umbrella|umbrellas|parasol|伞|雨伞|红伞|油纸伞'],
  [
    'flower',
    'flower|flowers|rose|roses|tulip|sunflower|sunflowers|lotus|blossom|petal|petals|花|花朵|鲜花|玫瑰|荷花|莲花|向日葵|樱花|梅花|牡丹',
  ],
  ['tree', 'tree|trees|oak|willow|cherry tree|maple|树|大树|樱花树|柳树|枫树'],
  ['lantern', 'lantern|lanterns|sky lantern|sky lanterns|灯笼|孔明灯|天灯'],
];

export const ACTION_WORDS: WordTable<Action> = [
  [null, 'flying fish|walkway|runway|running water|open water|open field'],
  [
    'run',
    'run|runs|running|ran|gallop|gallops|galloping|sprint|sprinting|chase|chasing|dash|dashing|race|racing|trot|trotting|跑|奔跑|飞奔|奔驰|追逐|跑步|狂奔|奔腾',
  ],
  ['jump', 'jump|jumps|jumping|leap|leaps|leaping|hop|hopping|跳|跳跃|蹦跳|跃起'],
  ['dance', 'dance|dances|dancing|spin|spinning|twirl|twirling|跳舞|舞蹈|起舞|旋转|舞动'],
  [
    'fly',
    'fly|flies|flying|soar|soars|soaring|glide|gliding|hover|hovering|float|floats|floating|飞|飞翔|翱翔|飞舞|飞过|漂浮|飘浮|盘旋|升空|飘',
  ],
  ['swim', 'swim|swims|swimming|dive|diving|游|游泳|游动|潜水|游弋'],
  ['open', 'open|opens|opening|bloom|blooms|blooming|unfold|unfolding|打开|撑开|盛开|绽放|展开|开放'],
  [
    'walk',
    'walk|walks|walking|stroll|strolling|wander|wandering|stride|strides|march|marching|crossing|走|走路|行走|散步|漫步|走过|穿过',
  ],
  [
    'travel',
    'drive|drives|driving|ride|riding|sail|sails|sailing|drift|drifting|travel|traveling|travelling|speeding|cruising|passing|行驶|驾驶|航行|开车|骑|驶过|疾驰|启航',
  ],
  [
    'rest',
    'sit|sits|sitting|sleep|sleeps|sleeping|rest|rests|resting|lying|lies|nap|napping|坐|坐着|睡|睡觉|躺|趴|休息|睡着',
  ],
  [
    'stand',
    'stand|stands|standing|wait|waits|waiting|look|looks|looking|watch|watching|gaze|gazing|stare|staring|站|站着|站在|等待|凝视|眺望|看着|望着',
  ],
];

/** Words before a subject that say how many there are. */
export const COUNT_WORDS: WordTable<number> = [
  [2, 'two|couple of|pair of|2|两|两只|两匹|两个|一对|情侣'],
  [3, 'three|3|三|三只|三匹|三个|a few|few|several|some|几|几只|几个'],
  [4, 'four|4|四只|四个|四匹'],
  [5, 'five|5|五只|五个|many|lots of|herd of|pack of|group of|school of|许多|很多|一群|群'],
  [7, 'dozens of|hundreds of|flock of|swarm of|crowd of|成群|无数|漫天'],
];

export const SMALL_WORDS: WordTable<true> = [[true, 'small|little|tiny|baby|young|cute|小|幼|可爱']];
