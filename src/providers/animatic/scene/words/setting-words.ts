import type { Look, Mood, Place, TimeOfDay, Weather } from '../scene.js';
import type { WordTable } from '../find-words.js';

/** Earlier rows win over later ones. A null row only keeps its words from being read as something else. */
export const TIME_WORDS: WordTable<TimeOfDay> = [
  [
    'golden',
    'golden hour|sunset|sundown|sun set|magic hour|late afternoon|evening sun|黄昏|夕阳|日落|落日|晚霞|黄金时刻|傍晚',
  ],
  ['dawn', 'dawn|sunrise|daybreak|early morning|first light|morning mist|日出|黎明|清晨|拂晓|破晓|朝霞|晨光|晨曦|早晨'],
  ['dusk', 'dusk|twilight|blue hour|nightfall|evening|暮色|薄暮|蓝调时刻|入夜'],
  [
    'night',
    'night|nighttime|midnight|moon|moonlight|moonlit|full moon|starry|stars|starlight|northern light|northern lights|aurora|夜|夜晚|深夜|午夜|月光|月亮|月色|月下|明月|星空|繁星|极光',
  ],
  [
    'day',
    'day|daytime|daylight|noon|midday|morning|afternoon|sunny|sunlit|sunshine|sunlight|bright sun|白天|中午|正午|上午|下午|阳光|晴天|烈日',
  ],
];

export const WEATHER_WORDS: WordTable<Weather> = [
  [
    null,
    'snow mountain|snowy mountain|snow-capped|snow capped|snow covered|snow-covered|snowfield|snow leopard|snow white|雪山|雪峰|雪地|雪原|雪白|积雪|云海|风景|风格|风车',
  ],
  ['storm', 'storm|stormy|thunder|thunderstorm|lightning|tempest|hurricane|暴雨|雷雨|雷电|闪电|风暴|雷暴|暴风雨'],
  [
    'rain',
    'rain|rainy|raining|raindrop|raindrops|drizzle|drizzling|downpour|wet street|puddle|puddles|雨|下雨|细雨|小雨|大雨|雨天',
  ],
  ['snow', 'snow|snowy|snowing|snowfall|snowflake|snowflakes|blizzard|winter|雪|下雪|大雪|飘雪|雪花|冬天|冬日'],
  ['fog', 'fog|foggy|mist|misty|haze|hazy|smog|雾|薄雾|大雾|浓雾|烟雾|雾气'],
  ['wind', 'wind|windy|breeze|breezy|gust|gale|风|微风|大风|狂风|风中'],
  ['cloudy', 'cloud|clouds|cloudy|overcast|grey sky|gray sky|云|多云|阴天|乌云|白云'],
  ['clear', 'clear|clear sky|sunny|sunshine|cloudless|bright|starry|晴|晴朗|晴天|阳光|星空'],
];

export const PLACE_WORDS: WordTable<Place> = [
  [
    'underwater',
    'underwater|under water|under the sea|coral|reef|coral reef|deep sea|ocean floor|seabed|海底|水下|珊瑚|深海',
  ],
  [
    'space',
    'space|outer space|galaxy|universe|cosmos|nebula|planet|orbit|mars|spaceship|太空|宇宙|银河|星系|星云|行星|火星|外太空',
  ],
  [
    'room',
    'room|interior|indoors|bedroom|kitchen|living room|studio|office|cafe|café|coffee shop|library|corridor|hallway|window seat|classroom|房间|室内|卧室|厨房|客厅|书房|咖啡馆|咖啡店|图书馆|办公室|走廊|教室',
  ],
  [
    'street',
    'street|streets|alley|alleyway|road|avenue|lane|sidewalk|crosswalk|market|chinatown|街|街道|街头|小巷|巷子|胡同|马路|路上|夜市|集市',
  ],
  ['beach', 'beach|shore|seashore|coast|coastline|sandy shore|沙滩|海滩|海岸|海边'],
  ['lake', 'lake|river|pond|lakeside|riverside|stream|waterfall|湖|湖面|湖边|河|河边|江|池塘|小溪|瀑布'],
  ['sea', 'sea|ocean|waves|harbor|harbour|bay|open water|大海|海|海面|海洋|海上|港口|海浪'],
  ['desert', 'desert|dune|dunes|sahara|gobi|canyon|沙漠|沙丘|戈壁|荒漠|大漠'],
  ['forest', 'forest|woods|woodland|jungle|rainforest|grove|bamboo|pine trees|森林|树林|丛林|雨林|林间|竹林|林中'],
  [
    'mountain',
    'mountain|mountains|peak|peaks|summit|alps|cliff|cliffs|valley|glacier|snow mountain|volcano|hiking|山|山脉|雪山|雪峰|高山|群山|山顶|山峰|悬崖|峡谷|山谷|冰川|火山',
  ],
  [
    'city',
    'city|cityscape|downtown|skyline|urban|metropolis|skyscraper|skyscrapers|rooftop|rooftops|cyberpunk|tokyo|new york|shanghai|hong kong|城市|都市|市中心|摩天楼|高楼|天际线|屋顶|上海|北京|香港|东京|赛博朋克',
  ],
  [
    'meadow',
    'meadow|field|fields|grass|grassland|prairie|farm|countryside|garden|park|hill|hills|pasture|lavender|snowfield|草地|草原|田野|田园|花园|公园|农场|乡村|花海|麦田|稻田|山坡|雪地|雪原',
  ],
  ['sky', 'sky|above the clouds|sea of clouds|heavens|天空|云海|云端|天上|空中'],
];

export const MOOD_WORDS: WordTable<Mood> = [
  [
    'tense',
    'tense|suspense|suspenseful|scary|horror|thriller|dangerous|danger|chase|chasing|dark|ominous|menacing|anxious|dramatic chase|紧张|恐怖|惊悚|危险|追逐|阴森|悬疑|黑暗',
  ],
  [
    'epic',
    'epic|majestic|heroic|grand|cinematic|dramatic|spectacular|glorious|battle|史诗|壮观|宏大|雄伟|壮丽|震撼|英雄',
  ],
  [
    'melancholic',
    'melancholic|melancholy|sad|lonely|lonesome|sorrow|nostalgic|bittersweet|solitary|alone|忧伤|悲伤|孤独|忧郁|伤感|寂寞|怀旧|惆怅',
  ],
  [
    'joyful',
    'joyful|happy|cheerful|playful|fun|festive|celebration|lively|vibrant|laughing|smiling|cute|欢快|快乐|开心|喜悦|活泼|热闹|欢乐|可爱|节日',
  ],
  [
    'dreamy',
    'dreamy|dream|dreamlike|magical|magic|fairy|fairytale|fantasy|surreal|ethereal|enchanted|梦幻|梦境|魔法|奇幻|童话|仙境|唯美',
  ],
  ['calm', 'calm|peaceful|quiet|serene|tranquil|gentle|soft|relaxing|still|宁静|平静|安静|祥和|温柔|静谧|悠闲|治愈'],
];

export const LOOK_WORDS: WordTable<Look> = [
  ['neon', 'neon|cyberpunk|synthwave|blade runner|futuristic|霓虹|赛博朋克|未来都市|未来城市'],
  ['noir', 'noir|black and white|black-and-white|monochrome|黑白|黑色电影'],
  ['ink', 'ink wash|ink painting|ink-wash|shanshui|水墨|国画|山水画'],
];

export const SNOW_COVER_WORDS: WordTable<true> = [
  [
    true,
    'snow|snowy|snow mountain|snowy mountain|snow-capped|snow capped|snow covered|snow-covered|snowfield|snowing|snowfall|blizzard|ice|icy|frozen|glacier|winter|雪|雪山|雪地|冰|冰川|冬天|冬日',
  ],
];
