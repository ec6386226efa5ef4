import { repositoryRoot } from '../../platform/root';
import { mapPublishers, readPublisherRules } from './map-publishers';

const unit = (id: string, name: string, shortName: string, kind = 'department') => ({ id, name, shortName, kind });
const units = [
  unit('office', '栖河区人民政府办公室', '区政府办公室', 'government'),
  unit('police', '栖河公安分局', '公安分局'),
  unit('civil', '栖河区民政局', '区民政局'),
  unit('housing', '栖河区住房和城乡建设局', '区住建局'),
  unit('city', '栖河区城市管理局（综合行政执法局）', '区城管局'),
  unit('market', '栖河区市场监督管理局', '区市场监管局'),
  unit('centre', '栖河区住房保障中心', '区住房保障中心', 'utility'),
  unit('liuying', '栖河区柳营街道办事处', '柳营街道', 'street'),
  unit('hedu', '栖河区禾渡街道办事处', '禾渡街道', 'street'),
];
const rules = readPublisherRules(repositoryRoot());

describe('units of a verbatim 公开主体', () => {
  it.each([
    ['街道办事处', ['liuying', 'hedu']],
    ['柳营街道办事处', ['liuying']],
    ['禾渡街道', ['hedu']],
    ['乡镇人民政府', ['liuying', 'hedu']],
    ['住房和城乡建设部门', ['housing']],
    ['栖河区住房和城乡建设局', ['housing']],
    ['住建局', ['housing']],
    ['人民政府住房保障行政主管部门', ['housing', 'centre']],
    ['城市管理行政执法部门或相关行政主管部门', ['city']],
    ['区民政局、区市场监管局', ['civil', 'market']],
    ['民政部门和公安机关', ['police', 'civil']],
    ['区综合行政执法局', ['city']],
    ['区人民政府', ['office']],
    ['民政主管部门', ['civil']],
    ['相关职能部门', []],
    ['', []],
  ])('%p -> %j', (text, expected) => expect(mapPublishers(text, units, rules)).toEqual(expected));

  it('a rule that names units by id -> those', () => {
    expect(mapPublishers('殡葬管理所', units, [{ words: ['殡葬管理所'], unitIds: ['civil'] }])).toEqual(['civil']);
  });
});
