/** Surnames of two characters still in use (复姓). */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 ' +
    '宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 ' +
    '微生 公户 公玉 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/** The three hundred most frequent surnames of one character. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
    '常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚' +
    '娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴' +
    '盖练廉禹井祖巴卿狄平相晋门容来扈晁芮阙浦戈伏鹿薄邸雍辜羊裘亓邰赫杭况鲜印隆茹诺战慕危玉银亢嵇哈湛勾茅呼揭尉冶元檀衣阴昝植闭',
);

const ORGANIZATION_ENDING =
  /(?:公司|集团|工厂|商店|商行|超市|合作社|联合社|委员会|居委会|村委会|业委会|人民政府|办事处|管理处|管委会|服务中心|服务站|研究院|研究所|设计院|事务所|律所|协会|学会|商会|联合会|基金会|促进会|学校|小学|中学|大学|学院|幼儿园|医院|卫生院|诊所|银行|报社|出版社|电视台|法院|检察院|党支部|工会|(?:财政|公安|民政|司法|教育|住建|卫健|人社|应急|税务|统计|审计|信访|执法|管理|监督|建设|保障|资源|环境|交通|水利|农业)(?:局|厅|委|所|站))(?:[（(][^（）()]*[）)])?$/u;

/** How many characters of a Chinese name are its surname. */
export function surnameLength(name: string): number {
  const letters = Array.from(name);
  return letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join('')) ? 2 : 1;
}

/** Whether a name ends like an organisation's. Two and three characters are taken for a person. */
export function isOrganizationName(name: string): boolean {
  return Array.from(name).length >= 4 && ORGANIZATION_ENDING.test(name);
}

/**
 * Whether this could be the name of one Chinese person, written out: a known surname and one or two more characters.
 * A masked name (张*明) is none.
 */
export function isPersonName(text: string): boolean {
  const letters = Array.from(text);
  if (!/^\p{Script=Han}+$/u.test(text)) return false;
  if (letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join(''))) return letters.length <= 4;
  return letters.length >= 2 && letters.length <= 3 && SURNAMES.has(letters[0] ?? '');
}

/** In a column of names any surname counts, and names of several parts (阿依古丽·买买提). */
export const isWholeName = (text: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(text) || /^\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8})+$/u.test(text);
