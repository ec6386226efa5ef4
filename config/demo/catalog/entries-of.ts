import type { DemoEntry, DemoLevel, DemoStage } from '../types';
import { CHANNEL_CODES, CONTENTS, LEVEL_CODES, STAGE_CODES, timeLimits } from './phrases';

/**
 * One domain, written as a clerk notes it: `# 一级事项 @环节` opens a section, then one entry a line:
 * `名称 | 内容 | 时限 | 选项…`. `=文件` and the like are contents that return in every domain, `T20` and the like times (phrases.ts);
 * options are 谁= publisher, 科= office, 对= group, 级= levels, 环= stage, 渠= channels, 据= basis; what is left out is the domain's.
 */
export interface DomainText {
  domainId: string;
  publisher: string;
  office?: string;
  basis: string[];
  channels?: string[];
  text: string;
}

export function entriesOf(domain: DomainText): DemoEntry[] {
  const entries: DemoEntry[] = [];
  let path: string[] = [];
  let stage: DemoStage = 'decision';
  for (const line of domain.text.split('\n').map(raw => raw.trim())) {
    if (line === '') continue;
    if (line.startsWith('# ')) {
      const [title, word] = line.slice(2).split(' @') as [string, string];
      path = title.split(' / ');
      stage = need(STAGE_CODES, word, line);
    } else entries.push(entryOf(domain, path, stage, line));
  }
  return entries;
}

function entryOf(domain: DomainText, path: string[], stage: DemoStage, line: string): DemoEntry {
  const [name, content, time, words = ''] = line.split(' | ') as [string, string, string, string?];
  const options = new Map(
    words
      .split(' ')
      .filter(Boolean)
      .map(word => word.split('=') as [string, string]),
  );
  const channels = options
    .get('渠')
    ?.split('、')
    .map(word => need(CHANNEL_CODES, word, line));
  const levels = [...(options.get('级') ?? '县')].map((word): DemoLevel => need(LEVEL_CODES, word, line));
  const office = options.get('科') ?? domain.office;
  const group = options.get('对');
  return {
    domainId: domain.domainId,
    path,
    name,
    contentText: content.startsWith('=') ? need(CONTENTS, content.slice(1), line) : content.replaceAll(' / ', '\n'),
    basis: [...domain.basis.slice(0, 2), ...(options.get('据')?.split('、') ?? domain.basis.slice(2, 3))],
    timeLimitsText: timeLimits(time),
    publisherText: options.get('谁') ?? domain.publisher,
    ...(office !== undefined && { office }),
    channels: channels ?? domain.channels ?? ['website', 'reading_point'],
    ...(group !== undefined && { audienceGroup: group }),
    levels,
    stage: options.has('环') ? need(STAGE_CODES, options.get('环') as string, line) : stage,
  };
}

function need<T>(table: Record<string, T>, word: string, line: string): T {
  const found = table[word];
  if (found === undefined) throw new Error(`the demo catalog does not know "${word}" in: ${line}`);
  return found;
}
