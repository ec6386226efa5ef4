import fs from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { inRepository } from '../../support/repository';

const axeSource = fs.readFileSync(inRepository('node_modules/axe-core/axe.min.js'), 'utf8');

const wcag22: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/**
 * What axe-core finds against WCAG 2.2 AA, one line a node. The window is made as high as the page: what lies behind a
 * bar at the bottom is not judged.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const before = page.viewportSize() ?? { width: 390, height: 844 };
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map(node => node.scrollHeight)),
  );
  await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) });
  const { violations } = await page.evaluate(
    options => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(options),
    wcag22,
  );
  await page.setViewportSize(before);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}): ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** UI.md: nothing under 26rpx, which are 13 px; targets of 44 px. Elder mode: 18 and 60 (FACTS §8, 适老化 1.1 and 2.1). */
const LEAST = { normal: { text: 13, target: 44 }, elder: { text: 18, target: 60 } } as const;

/** Text that is too small and targets that are too small to hit, as drawn now on a window of this width. */
export const tooSmall = (page: Page, mode: keyof typeof LEAST, width: number): Promise<string[]> =>
  atWidth(page, width, () => page.evaluate(findTooSmall, LEAST[mode]));

/** Runs in the page. */
function findTooSmall(least: { target: number; text: number }): string[] {
  const pressable = ['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'option'].map(role => `[role=${role}]`);
  const found = new Set<string>();
  for (const node of document.querySelectorAll(['button', 'a', 'input', 'textarea', ...pressable].join())) {
    // A link in a sentence is as high as its line (WCAG 2.5.8, Inline).
    if (!node.checkVisibility() || getComputedStyle(node).display === 'inline') continue;
    const { width, height } = node.getBoundingClientRect();
    // Half a pixel: rpx are rounded.
    if (Math.min(width, height) < least.target - 0.5)
      found.add(`target ${width.toFixed(1)}×${height.toFixed(1)}: ${node.className} ${node.textContent.slice(0, 30)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!text.textContent?.trim() || !parent?.checkVisibility()) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < least.text) found.add(`text ${size} px: ${parent.className} ${text.textContent.slice(0, 30)}`);
  }
  return [...found];
}

/** What sticks out of the window sideways: nobody should have to scroll sideways to read, but in a table or a row of chips. */
export const stickingOut = (page: Page, width: number): Promise<string[]> =>
  atWidth(page, width, () => page.evaluate(findStickingOut));

/** What a browser's type is unless somebody set it, in px. */
const USUAL_TYPE = 16;

/** The same with the phone's own type twice as large. */
export const stickingOutAtTwiceTheType = (page: Page, width: number): Promise<string[]> =>
  atWidth(page, width, async () => {
    const settings = await page.context().newCDPSession(page);
    const setType = (standard: number) => settings.send('Page.setFontSizes', { fontSizes: { standard } });
    await setType(2 * USUAL_TYPE);
    const found = await page.evaluate(findStickingOut);
    await setType(USUAL_TYPE);
    await settings.detach();
    return found.map(line => `type doubled, ${line}`);
  });

async function atWidth(page: Page, width: number, find: () => Promise<string[]>): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 844 });
  const found = await find();
  if (before) await page.setViewportSize(before);
  return found.map(line => `at ${width} px: ${line}`);
}

/** Runs in the page. The page itself hides what is too wide, so that its width says nothing. */
function findStickingOut(): string[] {
  const isHeld = (node: Element) => {
    for (let above = node.parentElement; above && !above.matches('.taro_page'); above = above.parentElement)
      if (getComputedStyle(above).overflowX !== 'visible') return true;
    return false;
  };
  return [...document.querySelectorAll('.taro_page *')]
    .filter(node => {
      const { left, right, width, height } = node.getBoundingClientRect();
      const isOut = width > 1 && height > 1 && (right > window.innerWidth + 0.5 || left < -0.5);
      return isOut && node.checkVisibility() && !isHeld(node);
    })
    .map(
      node => `${node.className} ${Math.round(node.getBoundingClientRect().right)} ${node.textContent.slice(0, 20)}`,
    );
}
