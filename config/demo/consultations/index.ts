import type { Dates } from '../lib/dates';
import type { DemoConsultation, DemoEdition } from '../types';
import { catalog } from '../catalog';
import { elderlyCatalog, elderlyDraft } from './elderly-catalog';
import { housingCatalog, housingEditions } from './housing-catalog';
import { marketStalls } from './market-stalls';
import { mealRules } from './meal-rules';
import { poolHours } from './pool-hours';
import { chargingPrice, compensationPlan, dogHours, lastBus, waterSaving } from './others';

export const consultationsFor = (d: Dates): DemoConsultation[] =>
  [
    elderlyCatalog,
    marketStalls,
    dogHours,
    chargingPrice,
    compensationPlan,
    lastBus,
    poolHours,
    mealRules,
    housingCatalog,
    waterSaving,
  ].map(write => write(d));

/** The whole catalog, then what changed since, in the order it was made. */
export function editionsFor(d: Dates): DemoEdition[] {
  const frozen = d.workday(-420);
  const year = frozen.slice(0, 4);
  return [
    {
      key: 'first',
      title: `栖河区基层政务公开标准目录（${year}年版）`,
      number: `栖政公开〔${year}〕1号`,
      state: 'frozen',
      inForce: true,
      base: null,
      domainIds: [...new Set(catalog.map(entry => entry.domainId))],
      createdAt: d.at(-440, '09:00'),
      frozenAt: d.at(-420, '16:00'),
      edits: [],
      added: [],
      removed: [],
    },
    ...housingEditions(d),
    elderlyDraft(d),
  ];
}
