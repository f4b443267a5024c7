/** Who made, checked or printed a sheet, and when; what a note under it begins with. */
const noteStart =
  /^\s*(?:制表|制单|审核|审批|复核|核准|填表|填报|编制|打印|导出|更新|统计|截至|截止|备注|附注|注意|提示|说明|注)[^:：]{0,8}[:：]|^\s*注\s*\d*[.、]|^\s*\*+\s*[^\s*]|^\s*(?:notes?|remarks?|source|legend|prepared by|approved by|reviewed by|generated (?:by|on)|exported (?:by|on)|printed (?:by|on)|as of|last updated|report (?:date|generated))\b[^:]{0,30}[:\d]/i;
const legalNote =
  /copyright|©|\(c\)\s*(?:19|20)\d\d|all rights reserved|confidential|do not distribute|保密|机密|版权所有|以下空白|内部资料|仅限内部|第\s*\d+\s*页|^\s*page \d+/i;
const longestName = 40;

/** True for a text that stands under lists and is nobody's name: who made it, notes, legal lines. */
export function isNote(text: string): boolean {
  const start = text.slice(0, 200);
  return noteStart.test(start) || legalNote.test(start);
}

/** True for a text on a line of its own that is too long for a name. */
export function isLongText(text: string): boolean {
  return text.trim().length > longestName;
}

/** — 8月 —, 【华东】, ■ East, East (12 records): a heading by its dress. */
const dressed =
  /^[—–\-=*~#]+[^—–\-=*~#()（）].*[—–\-=*~#]$|^(?:【.+】|\[.+\]|《.+》|（.+）|\(.+\))$|^[■◆●▶]|[（(]\s*\d+\s*(?:records?|items?|rows?|deals?|条|个|家|户|项)\s*[)）]$/iu;
/** 华东区, 8月, 一组, Q3, East region: what lists are cut up by. */
const groupName =
  /^[^\s,，。：:]{0,10}(?:区|大区|片区|组|小组|部|事业部|团队|战队|月|月份|季度|上半年|下半年|年|年度|第[一二三四五六七八九十\d]+周|类|级|類|級|區|組)$|^(?:q[1-4](?:\s*\d{4})?|\d{4}(?:\s*q[1-4])?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{4})?|week \d+|.{1,20}\s(?:region|team|group|area|territory))$/iu;

/** True for a text that reads as a heading between rows, wherever it stands. */
export function isHeading(text: string): boolean {
  const plain = text.trim();
  return plain.length <= longestName && (dressed.test(plain) || groupName.test(plain.normalize("NFKC")));
}
