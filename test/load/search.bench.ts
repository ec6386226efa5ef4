/** Search in an archive of years: how long it takes, and whether the right notice comes first. */
import type { App } from '../support/start-app';
import { idOf, startWithNotices, titleOf } from './many-notices';
import { questions } from './questions';
import { median, milliseconds, report, scaled } from './report';

const SIZE = scaled(100_000, 1_000);
const QUERIES = scaled(300, 40);
const FIRST_PLACES = 3;
const WARM_UP = 20;

interface Hit {
  title: { text: string };
}

async function ask(app: App, words: string): Promise<Hit[]> {
  const answer = await fetch(`${app.origin}/api/v1/search?limit=10&q=${encodeURIComponent(words)}`);
  if (!answer.ok) throw new Error(`${words}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { items: Hit[] }).items;
}

/** One to four words of a title: common ones alone, rare ones with its number. */
function wordsOf(turn: number): string {
  const title = titleOf(Math.imul(turn + 1, 7919) % SIZE);
  const number = /\d+/.exec(title)?.[0] ?? '';
  const words = [title.slice(4, 8), title.slice(0, 2), title.slice(8, 10), `第${number}号`];
  return words.slice(0, 1 + (turn % 4)).join(' ');
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function main(): Promise<void> {
  const app = await startWithNotices(SIZE);
  const times: number[] = [];
  const floor: number[] = [];
  for (let turn = 0; turn < WARM_UP + QUERIES; turn += 1) {
    const time = await milliseconds(() => ask(app, wordsOf(turn)));
    // One document by its id, through the same server: less than this no search can take.
    const one = await milliseconds(async () => (await fetch(`${app.origin}/api/v1/notices/${idOf(turn)}`)).text());
    if (turn >= WARM_UP) {
      times.push(time);
      floor.push(one);
    }
  }
  const missed: string[] = [];
  for (const [asked, wanted] of questions) {
    const first = (await ask(app, asked)).slice(0, FIRST_PLACES);
    if (!first.some(hit => wanted.test(hit.title.text))) missed.push(asked);
  }
  await app.stop();
  await app.remove();

  const sorted = times.sort((a, b) => a - b);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  report(`search: ${SIZE} notices, ${QUERIES} queries`, [
    { what: 'p50', value: ms(percentile(sorted, 0.5)), aim: '' },
    { what: 'p95', value: ms(percentile(sorted, 0.95)), aim: '30 ms' },
    { what: 'p99', value: ms(percentile(sorted, 0.99)), aim: '' },
    { what: 'one notice by its id (median)', value: ms(median(floor)), aim: '' },
    {
      what: 'p50 beside that',
      value: `× ${(percentile(sorted, 0.5) / median(floor)).toFixed(1)}`,
      aim: '',
      isGood: percentile(sorted, 0.5) / median(floor) < 60,
    },
    {
      what: `${questions.length} questions, the right notice in the first ${FIRST_PLACES}`,
      value: String(questions.length - missed.length),
      aim: '45 of 50',
      isGood: missed.length <= 10,
    },
  ]);
  if (missed.length > 0) process.stdout.write(`missed: ${missed.join(', ')}\n`);
}

void main();
