/** Where a shot of a list is named, "Shot 1 [0-3s]" or "镜头1 [0-3秒]", and its times. `index` up to `end` is the mark. */
export type ShotMark = { index: number; end: number; startSeconds: number; endSeconds: number };

// Every repetition is bounded, so that reading stays linear in the length of the prompt.
const BULLET = String.raw`(?:^[ \t]{0,8}(?:[-*•#>]{1,6}|\d{1,3}[.)])[ \t]{0,4})?`;
const ENGLISH_LABEL = String.raw`(?<![\p{Script=Latin}\p{N}_])shot(?:\s{0,3}(?:no\.?|number))?[\s#_-]{0,3}\d{1,4}`;
const CHINESE_NUMBER = String.raw`(?:\d{1,4}|[一二三四五六七八九十]{1,3})`;
const CHINESE_LABEL = String.raw`(?:第\s?${CHINESE_NUMBER}\s?个?分?镜头?|分?镜头?[\s#_-]{0,3}${CHINESE_NUMBER})`;
const GAP = String.raw`[\s*_:.,、|-]{0,6}`;
const TIME = String.raw`((?:\d{1,2}:){1,2}\d{1,2}(?:\.\d{1,9})?|\d{1,9}(?:\.\d{1,9})?)\s{0,3}(?:seconds?|secs?|s|秒钟?)?`;
const TO = String.raw`\s{0,3}(?:-{1,2}>?|~|→|to|至|到)\s{0,3}`;
const TIMES = String.raw`[[(]\s{0,3}第?\s?${TIME}${TO}第?\s?${TIME}\s{0,3}[\])]`;

const MARK = new RegExp(`${BULLET}(?:${ENGLISH_LABEL}|${CHINESE_LABEL})${GAP}${TIMES}`, 'gimu');

/** Finds the marks of a shot list, in the order of the text. */
export function findShotMarks(text: string): ShotMark[] {
  return [...foldText(text).matchAll(MARK)].map((match) => ({
    index: match.index,
    end: match.index + match[0].length,
    startSeconds: readSeconds(match[1] ?? ''),
    endSeconds: readSeconds(match[2] ?? ''),
  }));
}

/** "3", "3.5", "00:03" and "0:00:03" as seconds. */
function readSeconds(text: string): number {
  return roundSeconds(text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0));
}

/** Shot times are exact to the millisecond, so that they are the same after a round trip through text. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

const SIMPLIFIED: Readonly<Record<string, string>> = {
  鏡: '镜',
  頭: '头',
  單: '单',
  個: '个',
  視: '视',
  頻: '频',
  鐘: '钟',
  製: '制',
  創: '创',
};

/** Full-width letters, digits and signs, Chinese brackets, dashes and traditional forms as their plain twins; keeps the length. */
export function foldText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[【〔〖「『]/g, '[')
    .replace(/[】〕〗」』]/g, ']')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/[鏡頭單個視頻鐘製創]/g, (sign) => SIMPLIFIED[sign] ?? sign);
}
