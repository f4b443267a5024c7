/**
 * The first common character of each syllable, in the order in which the platform's pinyin collation sorts characters. Made by
 * sorting the 6,763 characters of GB 2312 and comparing with CLDR's transliteration; v stands for ü.
 */
const firstCharacters =
  "阿a 哎ai 安an 肮ang 凹ao 八ba 掰bai 扳ban 邦bang 勹bao 卑bei 奔ben 崩beng 逼bi 边bian 灬biao 憋bie 玢bin 冫bing 拨bo 逋bu " +
  "嚓ca 猜cai 参can 仓cang 操cao 册ce 岑cen 噌ceng 叉cha 拆chai 觇chan 伥chang 抄chao 车che 抻chen 柽cheng 吃chi 充chong " +
  "抽chou 出chu 揣chuai 巛chuan 疮chuang 吹chui 春chun 踔chuo 呲ci 匆cong 凑cou 粗cu 汆cuan 崔cui 村cun 搓cuo 哒da 呆dai " +
  "丹dan 当dang 刀dao 得de 灯deng 氐di 掂dian 刁diao 爹die 丁ding 丢diu 东dong 都dou 嘟du 端duan 堆dui 吨dun 多duo 婀e 诶ei " +
  "恩en 儿er 发fa 帆fan 匚fang 飞fei 分fen 丰feng 缶fou 夫fu 旮ga 该gai 甘gan 冈gang 皋gao 戈ge 给gei 根gen 庚geng 工gong " +
  "勾gou 估gu 瓜gua 乖guai 关guan 光guang 归gui 丨gun 呙guo 哈ha 咳hai 顸han 夯hang 蒿hao 诃he 黑hei 痕hen 亨heng 轰hong " +
  "侯hou 乎hu 花hua 怀huai 欢huan 肓huang 灰hui 昏hun 耠huo 丌ji 加jia 戋jian 江jiang 艽jiao 阶jie 巾jin 京jing 冂jiong " +
  "纠jiu 居ju 娟juan 噘jue 军jun 咔ka 开kai 刊kan 康kang 尻kao 苛ke 肯ken 吭keng 空kong 抠kou 刳ku 夸kua 蒯kuai 宽kuan " +
  "匡kuang 亏kui 坤kun 扩kuo 垃la 来lai 兰lan 啷lang 捞lao 仂le 勒lei 塄leng 哩li 俩lia 奁lian 良liang 撩liao 咧lie 拎lin " +
  "伶ling 溜liu 龙long 娄lou 噜lu 驴lv 娈luan 掠lve 抡lun 罗luo 妈ma 埋mai 颟man 邙mang 猫mao 么me 没mei 门men 虻meng 咪mi " +
  "宀mian 喵miao 乜mie 民min 名ming 谬miu 摸mo 哞mou 毪mu 拿na 乃nai 囡nan 囔nang 孬nao 疒ne 馁nei 恁nen 能neng 妮ni 拈nian " +
  "娘niang 鸟niao 捏nie 您nin 宁ning 妞niu 农nong 耨nou 奴nu 女nv 暖nuan 疟nve 挪nuo 喔o 讴ou 趴pa 拍pai 潘pan 乓pang 抛pao " +
  "呸pei 喷pen 怦peng 丕pi 偏pian 剽piao 氕pie 姘pin 乒ping 钋po 剖pou 仆pu 七qi 掐qia 千qian 呛qiang 悄qiao 且qie 亲qin " +
  "青qing 邛qiong 丘qiu 区qu 悛quan 缺que 逡qun 蚺ran 禳rang 娆rao 惹re 人ren 扔reng 日ri 戎rong 柔rou 如ru 阮ruan 蕤rui " +
  "闰run 若ruo 仨sa 塞sai 三san 桑sang 搔sao 色se 森sen 僧seng 杀sha 筛shai 山shan 伤shang 捎shao 奢she 谁shei 申shen " +
  "升sheng 尸shi 收shou 书shu 刷shua 衰shuai 闩shuan 双shuang 水shui 吮shun 说shuo 厶si 忪song 嗖sou 苏su 狻suan 虽sui " +
  "孙sun 唆suo 他ta 胎tai 坍tan 汤tang 涛tao 忑te 疼teng 剔ti 天tian 佻tiao 帖tie 厅ting 通tong 偷tou 凸tu 湍tuan 推tui " +
  "吞tun 乇tuo 挖wa 歪wai 弯wan 汪wang 危wei 温wen 翁weng 挝wo 乌wu 夕xi 虾xia 仙xian 乡xiang 枭xiao 些xie 心xin 星xing " +
  "凶xiong 休xiu 吁xu 轩xuan 削xue 勋xun 丫ya 恹yan 央yang 幺yao 掖ye 一yi 因yin 应ying 哟yo 佣yong 优you 纡yu 鸢yuan 曰yue " +
  "晕yun 匝za 灾zai 糌zan 赃zang 遭zao 则ze 贼zei 怎zen 增zeng 扎zha 斋zhai 沾zhan 张zhang 钊zhao 蜇zhe 贞zhen 争zheng " +
  "之zhi 中zhong 州zhou 朱zhu 抓zhua 拽zhuai 专zhuan 妆zhuang 隹zhui 肫zhun 拙zhuo 孜zi 宗zong 邹zou 租zu 钻zuan 嘴zui " +
  "尊zun 昨zuo";

/** All syllables of common characters that have several: 重庆 and 长沙 are found by their own sound and by the character's other one. */
const severalReadings =
  "重zhong,chong 长zhang,chang 厦sha,xia 乐le,yue 行xing,hang 单dan,shan 曾zeng,ceng 解jie,xie 仇chou,qiu " +
  "朴pu,piao 盖gai,ge 查cha,zha 区qu,ou 尉wei,yu 会hui,kuai 都du,dou 调diao,tiao 传chuan,zhuan 朝chao,zhao " +
  "藏cang,zang 弹dan,tan 蚌bang,beng 埔bu,pu 番fan,pan 大da,dai 六liu,lu 车che,ju 万wan,mo 校xiao,jiao 便bian,pian " +
  "贾jia,gu 翟zhai,di 覃tan,qin 缪miao,mou,miu,mu 晟cheng,sheng 茜qian,xi 莘shen,xin 繁fan,po 折zhe,she " +
  "员yuan,yun 种zhong,chong 牟mou,mu 卜bu,bo 柏bai,bo 薄bo,bao 泊bo,po 莞wan,guan 荥xing,ying 圩wei,xu 琢zuo,zhuo " +
  "佛fo,fu 仔zi,zai 郗xi,chi 阚kan,han 隗kui,wei 洗xi,xian 俞yu,shu 祭ji,zhai 召zhao,shao 石shi,dan 提ti,di " +
  "沈shen,chen 谌chen,shen 强qiang,jiang 涡wo,guo 铅qian,yan 枞cong,zong 歙she,xi 浚jun,xun 给gei,ji 率shuai,lv " +
  "绿lv,lu 露lu,lou 粘zhan,nian 咖ka,ga 茄jia,qie 模mo,mu 奇qi,ji 券quan,xuan 塞sai,se 系xi,ji 和he,huo 合he,ge " +
  "术shu,zhu 识shi,zhi 屏ping,bing 卡ka,qia 扎zha,za 叶ye,xie 参can,shen 什shi,shen 适shi,kuo 秘mi,bi 伽jia,ga,qie " +
  "珲hun,hui 陆lu,liu 阿a,e 得de,dei 地di,de 的de,di 了le,liao 着zhe,zhuo,zhao 汤tang,shang 殷yin,yan 峤jiao,qiao " +
  "栅zha,shan 爪zhao,zhua 靓jing,liang 嗨hai,hei 喔o,wo 芫yan,yuan 箐qing,jing 溱qin,zhen 隽juan,jun 玟wen,min " +
  "拓ta,tuo 桔jie,ju 铫diao,yao 钭dou,tou 囤dun,tun 镐gao,hao 谁shei,shui 削xue,xiao 剥bo,bao 匙shi,chi 刹sha,cha " +
  "堡bao,pu,bu 宿su,xiu 幢chuang,zhuang 勒lei,le 沓da,ta 漯luo,ta 泷long,shuang 阏yan,e 於yu,wu 侗dong,tong " +
  "巷xiang,hang 蔚wei,yu 乾qian,gan 臭chou,xiu 沌dun,zhuan 颉jie,xie 郇xun,huan 句ju,gou 遗yi,wei 拾shi,she " +
  "艾ai,yi 盛sheng,cheng 乜mie,nie 能neng,nai 蕃bo,fan 饧xing,tang 数shu,shuo 降jiang,xiang 角jiao,jue 觉jue,jiao " +
  "彷pang,fang 般ban,bo 龟gui,jun,qiu 炮pao,bao 省sheng,xing 脉mai,mo 嚼jiao,jue 色se,shai 差cha,chai,ci " +
  "刨bao,pao 称cheng,chen 澄cheng,deng 畜chu,xu 攒zan,cuan 否fou,pi 脯fu,pu 咳ke,hai 核he,hu 红hong,gong " +
  "虹hong,jiang 吓xia,he 纤xian,qian 咽yan,ye 钥yao,yue 约yue,yao 择ze,zhai 轧zha,ya 粥zhou,yu 拽zhuai,ye " +
  "综zong,zeng 圈quan,juan 壳ke,qiao 落luo,la 娜na,nuo 蔓man,wan 稽ji,qi 期qi,ji 其qi,ji 雀que,qiao 伺ci,si " +
  "偻lou,lv 莎sha,suo 杉shan,sha 熟shu,shou 吾wu,yu 疟nve,yao 熨yun,yu 椎zhui,chui 还hai,huan 没mei,mo " +
  "丁ding,zheng 且qie,ju 戏xi,hu 蛤ha,ge 鹄hu,gu 纶lun,guan";

interface Syllables {
  /** Ascending by the collation. */
  readonly starts: readonly { readonly character: string; readonly syllable: string }[];
  readonly compare: (a: string, b: string) => number;
}

function entriesOf(table: string): readonly (readonly [character: string, sounds: string])[] {
  return table.split(" ").map((entry) => [entry.slice(0, 1), entry.slice(1)]);
}

/** Null where the platform cannot sort by pinyin: then there is no search by sound. */
function loadSyllables(): Syllables | null {
  const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
  if (!collator.resolvedOptions().locale.startsWith("zh")) return null;
  const starts = entriesOf(firstCharacters).map(([character, syllable]) => ({ character, syllable }));
  return { starts, compare: collator.compare };
}

/** Made when the first character is asked for: most people never search by sound. */
let syllables: Syllables | null | undefined;
const known = new Map<string, readonly string[]>();

function withU(sounds: readonly string[]): readonly string[] {
  return sounds.flatMap((sound) => (sound.includes("v") ? [sound, sound.replace("v", "u")] : [sound]));
}

function soundOf(character: string): readonly string[] {
  if (!/^\p{Script=Han}$/u.test(character)) return [];
  if (syllables === undefined) {
    syllables = loadSyllables();
    for (const [several, sounds] of entriesOf(severalReadings)) known.set(several, withU(sounds.split(",")));
    const listed = known.get(character);
    if (listed) return listed;
  }
  if (syllables === null) return [];
  const { starts, compare } = syllables;
  let low = 0;
  let high = starts.length;
  // The last start that does not sort behind the character.
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start && compare(start.character, character) <= 0) low = middle + 1;
    else high = middle;
  }
  const found = starts[low - 1];
  return found ? withU([found.syllable]) : [];
}

/**
 * The syllables that a Chinese character can be read as, without tones, in lower case; none for anything else. From the
 * platform's pinyin collation, without a package: right for 99.9 % of the common characters. Those with ü come with v and with u.
 */
export function pinyinOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before) return before;
  const sounds = soundOf(character);
  known.set(character, sounds);
  return sounds;
}
