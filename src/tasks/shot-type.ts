import { foldText } from './shot-marks.js';
import type { ShotType } from './task.js';

const ENGLISH = new RegExp(
  String.raw`(?<!(?:\bnot|n['’]t|\bnever)\s{1,3})\b(?:generat|creat|mak|produc|render)(?:e|es|ing)\s{1,3}` +
    String.raw`(?:[\p{L}-]{1,20}\s{1,3}){0,3}?(single|one|multi|multiple)[\s-]{1,3}shots?\s{1,3}` +
    String.raw`(?:\p{L}{1,20}\s{1,3}){0,2}?(?:video|clip|film|movie)`,
  'giu',
);
const CHINESE = new RegExp(
  String.raw`(?<!不要?|别|勿)(?:生成|制作|创作|创建|产生|拍摄|输出)\s{0,3}(?:[一1]\s?[个段部条支则])?\s{0,3}` +
    String.raw`(单|一|多)[一个]?[\s-]{0,2}镜头\s?(?:的|叙事|切换){0,2}(?:短?视频|影片|短片)`,
  'gu',
);

/** Statements such as "generate a multi-shot video" or 生成单镜头视频. */
const STATEMENTS: readonly RegExp[] = [ENGLISH, CHINESE];

/**
 * The shot type a text states. Null when it states none, or both, which leaves it to the model.
 */
export function readStatedShotType(text: string): ShotType | null {
  const folded = foldText(text);
  const stated = new Set(
    STATEMENTS.flatMap((statement) => [...folded.matchAll(statement)]).map((match): ShotType =>
      /^(?:multi|多)/i.test(match[1] ?? '') ? 'MULTI' : 'SINGLE',
    ),
  );
  const [first] = stated;
  return stated.size === 1 && first !== undefined ? first : null;
}
