/** Traditional characters that headers are written with, each with its simplified form behind it. */
const pairs =
  "戶户稱称聯联絡络繫系負负責责業业務务銷销員员階阶段段進进電电話话機机號号碼码郵邮編编類类級级來来備备註注說说標标籤签簽签預预計计額额價价總总單单訂订約约結结創创時时間间開开關关閉闭狀状態态後后續续問问題题資资準准點点產产競竞爭争對对團团隊队門门協协錄录內内實实際际達达現现歷历記记線线綫线潛潜個个區区網网職职國国億亿萬万幣币數数據据溝沟觸触訪访處处理理經经歸归屬属領领無无還还贏赢輸输敗败購购買买賣卖廠厂構构組组織织動动畫画劃划異异議议顧顾慮虑饋馈應应獲获該该專专項项優优簡简銀银帳账賬账觀观釋释執执選选擱搁復复迴回過过訊讯傳传檔档場场報报導导參参與与係系統统評评認认證证遺遗決决採采樣样製制圖图週周談谈蹤踪連连寫写書书傭佣長长雙双擬拟歲岁齡龄質质規规貨货";

const simplifiedOf = new Map(Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[2 * at], pairs[2 * at + 1]]));

/** A header in simplified characters; those that have no other form, and those that no header uses, stay as they are. */
export function simplified(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (character) => simplifiedOf.get(character) ?? character);
}
