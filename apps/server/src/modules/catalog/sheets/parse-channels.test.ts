import { parseChannels } from './parse-channels';

describe('公开渠道和载体', () => {
  const read = (text: string) =>
    parseChannels(text).value?.map(({ channel, required, note }) => [channel, required, note]);

  it.each([
    [
      '■政府网站 □政府公报 ■一微一端',
      [
        ['website', true, null],
        ['gazette', false, null],
        ['new_media', true, null],
      ],
    ],
    ['■其他____', [['other', true, null]]],
    ['□其他：微信群、楼栋长', [['other', false, '微信群、楼栋长']]],
    ['■其他（请注明）____', [['other', true, null]]],
    ['■社区/企事业单位/村公示栏（电子屏）', [['bulletin_board', true, null]]],
    [
      '■公示栏\n□政府网站（部门子站）',
      [
        ['website', false, '部门子站'],
        ['bulletin_board', true, null],
      ],
    ],
    [
      '☑ 发布会/听证会\n☐ 便民服务站',
      [
        ['press_hearing', true, null],
        ['convenience_station', false, null],
      ],
    ],
    ['■楼道喇叭', [['other', true, '楼道喇叭']]],
    [
      '政府网站■\n公示栏□',
      [
        ['website', true, null],
        ['bulletin_board', false, null],
      ],
    ],
    [
      '（√）政府网站\n（ ）政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '[x]政府网站 [ ]政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '▲政府网站 △政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '◆政府网站 ◇政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '★政府网站 ☆政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '●政府网站 ○政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '\uF052政府网站 \uF0A3政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      'R政府网站 £政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    ['√政府网站 ×政府公报', [['website', true, null]]],
    [
      '■\n政府网站\n□\n政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '■政府网站、公示栏□政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
        ['bulletin_board', true, null],
      ],
    ],
    [
      '必选：政府网站、公示栏；可选：政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
        ['bulletin_board', true, null],
      ],
    ],
    [
      '必选项：■政府网站\n可选项：□政府公报',
      [
        ['website', true, null],
        ['gazette', false, null],
      ],
    ],
    [
      '1.政府网站 2.公示栏',
      [
        ['website', true, null],
        ['bulletin_board', true, null],
      ],
    ],
    [
      '政府网站 公示栏',
      [
        ['website', true, null],
        ['bulletin_board', true, null],
      ],
    ],
    [
      '政府网站（区政府、部门子站）、公示栏',
      [
        ['website', true, '区政府、部门子站'],
        ['bulletin_board', true, null],
      ],
    ],
    [
      '政府网站和办事大厅',
      [
        ['website', true, null],
        ['service_center', true, null],
      ],
    ],
    [
      '政府公报、政府网站、新闻发布会、报刊、广播、电视',
      [
        ['website', true, null],
        ['gazette', true, null],
        ['press_hearing', true, null],
        ['broadcast', true, null],
        ['print', true, null],
      ],
    ],
  ])('%p -> channels', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['政府网站\n■公示栏', '“政府网站”前面没有 ■ 或 □'],
    ['政府网站 □公示栏', '“政府网站”前面没有 ■ 或 □'],
    ['◎政府网站', '“◎政府网站”前面的记号看不懂：■ 是必选，□ 是可选'],
  ])('%p -> problem', (text, problem) => expect(parseChannels(text).problem).toBe(problem));
});
