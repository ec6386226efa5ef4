import type { Locator, Page } from 'playwright-core';

/** More stops than a page has. */
const MOST_STOPS = 300;

/** Goes there as somebody without a mouse does, from where the focus is. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let pressed = 0; pressed < MOST_STOPS; pressed += 1) {
    if (await target.evaluate(node => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

/** Goes to a button or a link and presses it. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

const PRESSED = ['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'option'].map(role => `[role=${role}]`);
const STOPS = ['button', 'a[href]', 'input', 'textarea', ...PRESSED].join();

/** What can be used and is not come by with the Tab key, or does not show that it has the focus. */
export async function unreached(page: Page): Promise<string[]> {
  const count = await page.evaluate(selector => {
    (document.activeElement as HTMLElement | null)?.blur();
    const stops = [...document.querySelectorAll(selector)].filter(node => node.checkVisibility());
    stops.forEach((node, at) => node.setAttribute('data-stop', String(at)));
    return stops.length;
  }, STOPS);
  const seen = new Set<string>();
  const unseen: string[] = [];
  // Some more than there are: the browser itself has a stop or two before it begins anew.
  for (let pressed = 0; pressed < count + 5 && seen.size < count; pressed += 1) {
    await page.keyboard.press('Tab');
    const { stop, isShown, text } = await page.evaluate(describeFocus);
    if (stop === null || seen.has(stop)) continue;
    seen.add(stop);
    if (!isShown) unseen.push(`focus does not show: ${text}`);
  }
  const missed = await page.evaluate(
    reached =>
      [...document.querySelectorAll('[data-stop]')]
        .filter(node => !reached.includes(node.getAttribute('data-stop') ?? ''))
        .map(node => `not reached: ${node.className} ${node.textContent.slice(0, 30)}`),
    [...seen],
  );
  return [...unseen, ...missed];
}

/** Runs in the page: which stop has the focus, and whether a frame around it or its box says so. */
function describeFocus(): { stop: string | null; isShown: boolean; text: string } {
  const node = document.activeElement as HTMLElement | null;
  const framed = [node, node?.parentElement].some(part => {
    if (!part) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  return {
    stop: node?.getAttribute('data-stop') ?? null,
    isShown: framed,
    text: `${node?.className} ${node?.textContent.slice(0, 30)}`,
  };
}
