import { pinyinOf } from "./pinyin";

/** The commonest surnames, and characters that firms and their cities are named with, by the letter that people type for them. */
const byInitial: Readonly<Record<string, string>> = {
  a: "安艾奥",
  b: "白毕包鲍边卞卜贝宝北滨博百邦保",
  c: "陈程蔡曹崔曾常车岑柴池褚楚春昌诚创城川长重晟厂成",
  d: "邓丁董杜段戴邸窦狄东大德鼎达电都单店地",
  e: "鄂恩尔",
  f: "范方冯傅付房樊费符丰福飞帆发富风服纺",
  g: "高郭顾龚葛关管耿古甘桂谷广贵光国港冠工公钢股",
  h: "黄何胡韩贺侯郝洪霍华海杭恒宏合鸿汇航化环和哈湖河互会行",
  j: "江蒋金贾姜纪季焦靳景九京济吉嘉佳建锦捷晶机技集解教",
  k: "孔康柯况匡昆凯科开快客矿",
  l: "李刘林罗梁卢陆廖黎雷龙吕柳路赖兰凌蓝洛兰连力立联隆绿粮乐六",
  m: "马毛孟莫苗梅穆闵牟明美木贸民媒",
  n: "倪聂牛宁南农能女诺暖",
  o: "欧区",
  p: "潘彭庞裴浦朴普鹏品平",
  q: "钱秦邱乔齐覃仇祁戚屈曲青泉奇企汽强启庆",
  r: "任阮饶冉荣瑞日人软融润",
  s: "孙宋沈苏石史邵施申舒司盛商山上深沙三顺神数食莘厦",
  t: "唐田谭汤陶童涂天通泰同腾太铁图",
  w: "王吴汪魏万武韦温翁文邬尉威维伟网物微旺外五",
  x: "徐许谢萧肖夏薛熊向邢项辛奚西香新祥鑫信兴厦小现修厢学血",
  y: "杨于余叶袁姚易尹严颜阎俞游叶岳应元远永裕银耀云源亿英药医油业",
  z: "张赵周朱郑钟曾邹赵翟祝左庄詹卓章郑珠中州正振志众浙智资装重长圳",
};

test.each(Object.entries(byInitial))("%s finds %s", (initial, characters) => {
  expect(
    [...characters].filter((character) => !pinyinOf(character).some((sound) => sound.startsWith(initial))),
  ).toEqual([]);
});

test.each([
  ["张", ["zhang"]],
  ["重", ["zhong", "chong"]],
  ["长", ["zhang", "chang"]],
  ["厦", ["sha", "xia"]],
  ["乐", ["le", "yue"]],
  ["曾", ["zeng", "ceng"]],
  ["圳", ["zhen"]],
  ["吕", ["lv", "lu"]],
  ["略", ["lve", "lue"]],
  ["儿", ["er"]],
  ["阿", ["a", "e"]],
  ["昨", ["zuo"]],
  ["張", ["zhang"]],
])("%s sounds %j", (character, sounds) => {
  expect(pinyinOf(character)).toEqual(sounds);
  expect(pinyinOf(character)).toEqual(sounds);
});

test.each(["A", "1", "（", "あ", "한", "😀", ""])("%j has no pinyin", (character) => {
  expect(pinyinOf(character)).toEqual([]);
});
