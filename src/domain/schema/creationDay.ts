/**
 * True for the header of a column that says when a customer came in, whoever was in touch by then: 创建日期, Created on. A column of the
 * first contact is another thing, though one field holds either.
 */
export function saysCreation(header: string): boolean {
  return /创建|創建|录入|錄入|建档|建檔|登记|登記|creat(?:ed?|ion)|received|added/i.test(header);
}
