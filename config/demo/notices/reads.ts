import { chance } from '../lib/chance';
import type { DemoNotice } from '../types';

/** About how often one notice of a domain was opened: what touches daily life is opened most. Domains not named: `elsewhere`. */
const PER_NOTICE: Readonly<Record<string, number>> = {
  'elderly-care': 260,
  'affordable-housing': 180,
  'health-services': 160,
  'social-assistance': 140,
  'compulsory-education': 120,
  employment: 90,
  'social-insurance': 80,
  'municipal-services': 70,
  'urban-enforcement': 30,
};
const elsewhere = 12;

/** How often this notice was opened in the invented district; the same at every load. */
export function readsOf({ key, entries }: Pick<DemoNotice, 'key' | 'entries'>): number {
  const domain = entries[0]?.split('/')[0] ?? '';
  const usual = PER_NOTICE[domain] ?? elsewhere;
  return chance(`reads ${key}`).int(Math.ceil(usual / 2), Math.ceil(usual * 1.5));
}
