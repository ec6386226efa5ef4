/** Surnames of two characters still in use (复姓). */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 ' +
    '宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 ' +
    '微生 公户 公玉 梁丘 左丘 东门 西门 第五'
  ).split(' '),
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
